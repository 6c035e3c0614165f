#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints what `ghaf hardware scan --recorded FILE` needs to know of this machine. It reads the files that are named here
# and no others: no serial number, UUID, hardware address, asset tag or name of a network. Run it as root to see serial ports.
#
#   sudo sh record-machine.sh > machine.txt
#
# With a folder as argument, prints the same of a machine whose / is there.
LC_ALL=C
export LC_ALL
root=${1%/}

# Where a link to a folder leads, without links in it.
place() { (cd -P "$root$1" 2>/dev/null && pwd) ; }
link() { to=$(place "$1") && to=${to#"$root"} && printf '%s -> %s\n' "$1" "$to"; }

# FOLDER NAME…: the first line of each of these files; a device tree has NUL where others have spaces.
lines() {
  folder=$1; line=; shift
  for name; do
    [ -r "$root$folder/$name" ] || { [ ! -e "$root$folder/$name" ] || printf '%s:\n' "$folder/$name"; continue; }
    line=
    IFS= read -r line < "$root$folder/$name" || [ -n "$line" ] || continue
    printf '%s: %s\n' "$folder/$name" "$line"
  done 2>/dev/null
}
texts() {
  folder=$1; shift
  for name; do
    [ ! -r "$root$folder/$name" ] || printf '%s: %s\n' "$folder/$name" "$(tr '\0' ' ' < "$root$folder/$name")"
  done
}

# A device's driver, and that driver's module.
driver() {
  [ -e "$root$1/driver" ] || return 0
  link "$1/driver"
  [ ! -e "$root$to/module" ] || link "$to/module"
}
group() { [ ! -e "$root$1/iommu_group" ] || link "$1/iommu_group"; }

# All devices above this one.
above() {
  at=${1%/*}
  while [ -n "$at" ] && [ "$at" != /sys/devices ]; do
    driver "$at"
    at=${at%/*}
  done
}

while IFS= read -r line; do
  case $line in
    processor*|'CPU architecture'*|isa*) printf '/proc/cpuinfo: %s\n' "$line" ;;
    flags*)
      case " ${line#*:} " in
        *' vmx '*) echo '/proc/cpuinfo: flags : vmx' ;;
        *' svm '*) echo '/proc/cpuinfo: flags : svm' ;;
        *) echo '/proc/cpuinfo: flags :' ;;
      esac ;;
  esac
done < "$root/proc/cpuinfo"
lines /proc meminfo
for cpu in "$root"/sys/devices/system/cpu/cpu[0-9]*; do
  lines "${cpu#"$root"}/topology" thread_siblings_list
done

[ ! -e "$root/sys/class/dmi/id" ] || { link /sys/class/dmi/id; lines "$to" sys_vendor product_name product_version; }
texts /sys/firmware/devicetree/base model
for file in sys/firmware/acpi/tables/DMAR sys/firmware/acpi/tables/IVRS sys/class/iommu/* sys/class/misc/kvm; do
  [ ! -e "$root/$file" ] || printf '/%s:\n' "$file"
done

# CLASS…: each entry's place, in $to, where the function of that name is called.
each() {
  for entry in "$root$1"/*; do
    entry=${entry#"$root"}
    case ${entry##*/} in
      $2) link "$entry" && "$3" "$to" ;;
    esac
  done
}
pci() { here=$1; lines "$here" vendor device class removable; group "$here"; driver "$here"; }
# What people plug in or connect may be called after them: of that, nothing is printed.
usb() {
  lines "$1" removable
  case $line in fixed) lines "$1" idVendor idProduct bDeviceClass bDeviceSubClass bDeviceProtocol product ;; esac
}
input() {
  here=${1%/*}
  bus=$(cat "$root$here/id/bustype" 2>/dev/null)
  at=$here
  while [ "$bus" = 0003 ] && [ -n "$at" ] && [ ! -e "$root$at/removable" ]; do at=${at%/*}; done
  case $bus in
    0003) [ "$(cat "$root$at/removable" 2>/dev/null)" = fixed ] || return 0 ;;
    0005) return 0 ;;
  esac
  lines "$here" name properties
  lines "$here/capabilities" ev key rel abs
  lines "$here/id" bustype
}
disk() {
  here=$1
  lines "$here" size removable
  lines "$(dirname "$(dirname "$here")")" type
  above "$here"
}
uart() { lines "$1" type port iomem_base; }
platform() {
  here=$1
  [ -e "$root$here/iommu_group" ] || return 0
  group "$here"
  driver "$here"
  [ ! -e "$root$here/of_node" ] || { link "$here/of_node"; texts "$to" compatible; }
}

each /sys/bus/pci/devices '*' pci
each /sys/bus/usb/devices '[0-9]*' usb
each /sys/class/input 'event*' input
each /sys/block 'nvme*n*' disk
each /sys/block '[sv]d*' disk
each /sys/block 'mmcblk*' disk
each /sys/class/nvme 'nvme*' above
each /sys/class/tty 'tty[!0-9]*' uart
each /sys/bus/platform/devices '*.*' platform
echo '# end'
