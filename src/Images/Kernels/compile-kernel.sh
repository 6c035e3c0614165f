# SPDX-License-Identifier: Apache-2.0
# The kernel itself. Its bytes depend on the source, the compiler and the configuration (/kernel/config): the time in it is
# the source's own, structures are shuffled and constants chosen by SEED.
unpack --exclude='*/Documentation/*/*' --exclude='*/tools/testing/*'
cp ../config .config
cat > scripts/gen-randstruct-seed.sh <<'END'
echo "$SEED" > "$1"
echo "#define RANDSTRUCT_HASHED_SEED \"$(printf %s "$SEED" | sha256sum | cut -d' ' -f1)\"" > "$2"
END
export SEED
export KBUILD_BUILD_TIMESTAMP="@$(stat -c %Y Makefile)" KBUILD_BUILD_USER=ghaf KBUILD_BUILD_HOST=ghaf KBUILD_BUILD_VERSION=1
make --jobs="$JOBS" KCFLAGS="-frandom-seed=$SEED" "$IMAGE"
cmp .config ../config # else it was not the configuration that was checked
make --silent kernelrelease > ../release
make --silent image_name > ../image-name
cp "$(cat ../image-name)" ../vmlinuz
cp modules.builtin modules.builtin.modinfo ../
rm ../image-name
