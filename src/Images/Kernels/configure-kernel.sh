# SPDX-License-Identifier: Apache-2.0
# The kernel's whole configuration, of the smallest one and the lines of /kernel/wanted. Only what describes options is
# unpacked.
unpack --wildcards '*/Kconfig*' '*/Makefile*' '*/Kbuild*' '*/scripts/*' '*/configs/*' '*/arch/*/*.sh' '*/tools/*/Build*'
make --silent tinyconfig
cat ../wanted >> .config
make --silent olddefconfig
cp .config ../config

# What this kernel knows at all, as options that are asked for may be of newer ones.
grep --recursive --no-filename --extended-regexp --only-matching --include='Kconfig*' '^[[:blank:]]*(menu)?config [A-Za-z0-9_]+' . \
  | sed 's/.* /CONFIG_/' | LC_ALL=C sort --unique > ../known
