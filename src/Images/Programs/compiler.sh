#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs one program of the locked compiler set, by the name that this file is called by, without network and without the
# machine's own programs. GHAF_COMPILER: the unpacked set. GHAF_WRITE: where objects lie. GHAF_READ: the NuGet packages.
case "${0##*/}" in
  linker) program=gcc ;;
  *) program=objcopy ;;
esac
root=$GHAF_COMPILER
exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu" "$root/usr/bin/bwrap" \
  --unshare-all --unshare-user --die-with-parent --new-session --clearenv --setenv PATH /usr/bin --setenv LC_ALL C \
  --setenv TMPDIR /tmp --ro-bind "$root/usr" /usr --symlink usr/lib /lib --symlink usr/lib64 /lib64 \
  --symlink usr/bin /bin --tmpfs /tmp --proc /proc --dev /dev \
  --ro-bind "$GHAF_READ" "$GHAF_READ" --bind "$GHAF_WRITE" "$GHAF_WRITE" --chdir "$GHAF_WRITE" \
  "/usr/bin/$program" "$@"
