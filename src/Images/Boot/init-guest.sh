#!/bin/busybox sh
# SPDX-License-Identifier: Apache-2.0
# The first program of a VM: loads the modules of its disks and makes its root of the base that all VMs share, its own
# layer and memory for what it writes. Disks are known by their serial numbers: not every machine keeps them in order.
b=/bin/busybox
fail() { echo "initrd: $1" >/dev/console; $b sleep 1; $b reboot -f; }

$b mount -t proc proc /proc
$b mount -t sysfs sysfs /sys
$b mount -t devtmpfs dev /dev
for module in /modules/*.ko; do
  [ -e "$module" ] || break # a compiled kernel has none
  $b insmod "$module" || fail "module $module does not load"
done

disk() {
  for found in /sys/block/vd*; do
    [ "$($b cat "$found/serial" 2>/dev/null)" = "$1" ] && [ -b "/dev/${found##*/}" ] && echo "/dev/${found##*/}" && return
  done
  return 1
}

tries=100
until base=$(disk base) && layer=$(disk layer); do
  tries=$((tries - 1))
  [ $tries -gt 0 ] || fail "the disks of this VM do not appear"
  $b sleep 0.1
done

$b mount -t erofs -o ro "$base" /base || fail "the base does not mount"
$b mount -t erofs -o ro "$layer" /layer || fail "the layer does not mount"
$b mount -t tmpfs -o mode=0755,size=50% memory /memory
$b mkdir /memory/upper /memory/work
$b mount -t overlay -o lowerdir=/layer:/base,upperdir=/memory/upper,workdir=/memory/work root /root \
  || fail "the root does not mount"
for folder in dev proc sys; do $b mount --move /$folder /root/$folder; done
exec $b switch_root /root /usr/lib/systemd/systemd
