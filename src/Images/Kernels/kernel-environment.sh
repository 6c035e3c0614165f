# SPDX-License-Identifier: Apache-2.0
# What compiling a kernel finds in its sandbox, beside the unpacked and unconfigured packages of its compiler.
# SOURCE: the package with the source. MACHINE: the kernel's name of the architecture.
mkdir -p /tmp/bin
ln -sf /usr/bin/mawk /tmp/bin/awk # dpkg's alternatives would do it
export PATH=/tmp/bin:$PATH ARCH=$MACHINE KCONFIG_NOTIMESTAMP=1
unpack() {
  mkdir -p /kernel/work
  cd /kernel/work
  tar --extract --file="/usr/src/$SOURCE.tar.xz" --strip-components=1 --no-same-owner "$@"
}
