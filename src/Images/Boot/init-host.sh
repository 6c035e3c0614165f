#!/bin/busybox sh
# SPDX-License-Identifier: Apache-2.0
# The first program of the host: loads the modules of its disk, finds the partition that the command line names
# (ghaf.root=PARTLABEL=…) and makes its root of it and memory for what it writes.
b=/bin/busybox
fail() { echo "initrd: $1" >/dev/console; $b sleep 5; $b poweroff -f; }

$b mount -t proc proc /proc
$b mount -t sysfs sysfs /sys
$b mount -t devtmpfs dev /dev
for module in /modules/*.ko; do
  $b insmod "$module" || fail "module $module does not load"
done

for argument in $($b cat /proc/cmdline); do
  case $argument in ghaf.root=PARTLABEL=*) wanted=${argument#ghaf.root=PARTLABEL=} ;; esac
done
tries=100
until [ -n "$disk" ]; do
  for partition in /sys/class/block/*/uevent; do
    $b grep -q "^PARTNAME=$wanted\$" "$partition" && disk=/dev/$($b sed -n 's/^DEVNAME=//p' "$partition")
  done
  tries=$((tries - 1))
  [ $tries -gt 0 ] || fail "no disk has the partition $wanted"
  [ -n "$disk" ] || $b sleep 0.1
done

$b mount -t erofs -o ro "$disk" /layer || fail "the root on $disk does not mount"
$b mount -t tmpfs -o mode=0755,size=25% memory /memory
$b mkdir /memory/upper /memory/work
$b mount -t overlay -o lowerdir=/layer,upperdir=/memory/upper,workdir=/memory/work root /root \
  || fail "the root does not mount"
for folder in dev proc sys; do $b mount --move /$folder /root/$folder; done
exec $b switch_root /root /usr/lib/systemd/systemd
