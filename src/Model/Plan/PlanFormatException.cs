// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A plan file that cannot be read.</summary>
public sealed class PlanFormatException(string message, Exception? inner = null) : Exception(message, inner);
