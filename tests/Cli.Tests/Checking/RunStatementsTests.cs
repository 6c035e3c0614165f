// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;

namespace Ghaf.Cli.Tests.Checking;

public class RunStatementsTests
{
    [Fact]
    public async Task A_statement_that_cannot_be_checked_does_not_hold_and_the_rest_goes_on()
    {
        IStatement[] statements = [new Broken(new StatementNotCheckedException("no answer")), new Broken(new RefusedException("refused", "mend")), new Fine()];
        var told = new List<string>();
        var all = await RunStatements.RunAsync(
            statements, Some.Context(new FakeDevice()), found => told.Add($"{found.Holds} {found.Evidence}"), CancellationToken.None);
        Assert.Equal(["False no answer", "False refused", "True seen"], told);
        Assert.Equal(3, all.Length);
    }

    [Fact]
    public void Every_statement_is_a_sentence_of_its_own()
    {
        var all = AllStatements.For(new RunOptions(OutputFormat.Text, default, default, Keep: false, Faults: 1));
        Assert.All(all, statement => Assert.Matches("^[A-Z].*[^.]$", statement.Text));
        Assert.Distinct(all.Select(statement => statement.Text));
        var types = typeof(IStatement).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IStatement)) && t.IsClass);
        Assert.Equal(types.Select(t => t.Name).Order(), all.Select(s => s.GetType().Name).Distinct().Order());
    }

    private sealed class Broken(Exception failure) : IStatement
    {
        public string Text => "Broken";

        public Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation) =>
            Task.FromException<StatementResult>(failure);
    }

    private sealed class Fine : IStatement
    {
        public string Text => "Fine";

        public Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation) =>
            Task.FromResult(StatementResult.True("seen"));
    }
}
