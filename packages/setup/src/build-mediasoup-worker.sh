#!/usr/bin/env bash
# Builds mediasoup-worker from the source inside the mediasoup npm package against the libraries of Debian 12, for machines
# that can fetch neither mediasoup's prebuilt worker nor the sources its own build downloads.
#   build-mediasoup-worker.sh PACKAGE_DIRECTORY OUTPUT_FILE
# The package is not changed. The output appears complete or not at all. What was compiled before an interruption is kept
# beside the output, in OUTPUT_FILE.build, and the next run goes on from there. Only one run may build an output at a time.
set -eEuo pipefail
package=$(realpath "$1")
output=$(realpath -m "$2")
build="$output.build"
# A build by another version of this script is of no use.
version=$(cksum <"${BASH_SOURCE[0]}")

# Compiles what is not compiled yet. After a failure the next run starts from nothing: what is there may be at fault.
compile() {
  trap 'rm -f "$build/prepared"' ERR
  cd "$build/worker"
  # The WebRTC code inside the package includes the generated headers without waiting for them: a build in parallel may come too soon.
  ninja -C out fbs/FBS/message.h
  ninja -C out mediasoup-worker
  strip -o "$output.$$" out/mediasoup-worker
  mv "$output.$$" "$output"
  rm -rf "$build"
}
if [ "$(cat "$build/prepared" 2>/dev/null)" = "$version" ]; then
  compile
  exit
fi

rm -rf "$build"
mkdir -p "$build"
cp -r "$package/worker" "$build/worker"
cd "$build/worker"

# Each library that the worker's build would download is replaced by a meson project of the same name that points at Debian's.
directory_of() { sed -n 's/^directory *= *//p' "subprojects/$1.wrap"; }
shim() { # WRAP_NAME: reads the shim's meson.build from stdin
  local directory
  directory="subprojects/$(directory_of "$1")"
  mkdir -p "$directory/include"
  echo 'static int unused __attribute__((unused));' >"$directory/empty.c"
  cat >"$directory/meson.build"
}

shim libuv <<'M'
project('libuv', 'c')
libuv_dep = dependency('libuv')
libuv = static_library('libuv_shim', 'empty.c')
M
printf "option('build_tests', type: 'boolean', value: false)\noption('build_benchmarks', type: 'boolean', value: false)\n" \
  > "subprojects/$(directory_of libuv)/meson_options.txt"

shim openssl <<'M'
project('openssl', 'c')
openssl_dep = dependency('openssl')
libcrypto_lib = static_library('libcrypto_shim', 'empty.c')
libssl_lib = static_library('libssl_shim', 'empty.c')
M

# The headers come with libflatbuffers-dev, the compiler with flatbuffers-compiler.
shim flatbuffers <<M
project('flatbuffers', 'c')
flatbuffers_dep = declare_dependency()
flatbuffers_lib = static_library('flatbuffers_shim', 'empty.c')
meson.override_find_program('flatc', find_program('$(command -v flatc)'))
M

shim abseil-cpp <<'M'
project('abseil-cpp', 'c')
absl_strings_dep = dependency('absl_strings')
absl_types_dep = dependency('absl_optional')
absl_container_dep = declare_dependency()
absl_container_lib = static_library('absl_shim', 'empty.c')
M

# A faster hash map that Debian does not carry: the standard one has the same interface.
shim unordered-dense <<'M'
project('ankerl-unordered-dense', 'cpp')
ankerl_unordered_dense_dep = declare_dependency(include_directories: include_directories('include'))
M
mkdir -p "subprojects/$(directory_of unordered-dense)/include/ankerl"
cat > "subprojects/$(directory_of unordered-dense)/include/ankerl/unordered_dense.h" <<'H'
#pragma once
#include <functional>
#include <unordered_map>
#include <unordered_set>
namespace ankerl::unordered_dense
{
template<class T> using hash = std::hash<T>;
template<class K, class V, class H = std::hash<K>, class E = std::equal_to<K>> using map = std::unordered_map<K, V, H, E>;
template<class K, class H = std::hash<K>, class E = std::equal_to<K>> using set = std::unordered_set<K, H, E>;
} // namespace ankerl::unordered_dense
H

# Debian has libsrtp 2; the header below speaks version 3 to the worker.
shim libsrtp3 <<'M'
project('libsrtp3', 'c')
libsrtp3_dep = declare_dependency(include_directories: include_directories('include'), dependencies: dependency('libsrtp2'))
libsrtp3 = static_library('libsrtp_shim', 'empty.c')
M
printf "option('crypto-library', type: 'string', value: 'openssl')\noption('crypto-library-kdf', type: 'string', value: 'disabled')\noption('tests', type: 'string', value: 'disabled')\n" \
  > "subprojects/$(directory_of libsrtp3)/meson_options.txt"
cat > "subprojects/$(directory_of libsrtp3)/include/srtp.h" <<'H'
#pragma once
// The libsrtp 3 calls that the worker makes, carried out by libsrtp 2.
#include <cstdint>
#include <cstring>
#include <srtp2/srtp.h>
#include <vector>

#define srtp_err_status_buffer_small static_cast<srtp_err_status_t>(28)
#define srtp_err_status_cryptex_err static_cast<srtp_err_status_t>(29)

namespace srtp3
{
struct Policy { ::srtp_policy_t value{}; std::vector<uint8_t> key; };
using policy = Policy*;
inline srtp_err_status_t create_policy(policy* out) { *out = new Policy{}; return srtp_err_status_ok; }
inline void destroy_policy(policy p) { delete p; }
inline srtp_err_status_t set_ssrc(policy p, srtp_ssrc_t ssrc) { p->value.ssrc = ssrc; return srtp_err_status_ok; }
inline srtp_err_status_t set_profile(policy p, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&p->value.rtp, profile);
	return status ? status : srtp_crypto_policy_set_from_profile_for_rtcp(&p->value.rtcp, profile);
}
inline srtp_err_status_t add_key(policy p, const uint8_t* key, size_t keyLen, const uint8_t* salt, size_t saltLen, const uint8_t*, size_t)
{
	p->key.assign(key, key + keyLen);
	p->key.insert(p->key.end(), salt, salt + saltLen);
	p->value.key = p->key.data();
	return srtp_err_status_ok;
}
inline srtp_err_status_t set_repeat(policy p, bool allow) { p->value.allow_repeat_tx = allow; return srtp_err_status_ok; }
inline srtp_err_status_t set_window(policy p, size_t size) { p->value.window_size = size; return srtp_err_status_ok; }
inline srtp_err_status_t create(srtp_t* session, policy p) { return ::srtp_create(session, &p->value); }
// libsrtp 2 works in place and needs trailer room: the caller's output buffer has it.
template<class Call>
inline srtp_err_status_t run(Call call, srtp_t session, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen)
{
	if (out != in) std::memcpy(out, in, inLen);
	int len           = static_cast<int>(inLen);
	const auto status = call(session, out, &len);
	*outLen           = static_cast<size_t>(len);
	return status;
}
inline srtp_err_status_t protect(srtp_t s, const uint8_t* in, size_t n, uint8_t* out, size_t* m, size_t) { return run([](srtp_t c, void* b, int* l) { return ::srtp_protect(c, b, l); }, s, in, n, out, m); }
inline srtp_err_status_t unprotect(srtp_t s, const uint8_t* in, size_t n, uint8_t* out, size_t* m) { return run([](srtp_t c, void* b, int* l) { return ::srtp_unprotect(c, b, l); }, s, in, n, out, m); }
inline srtp_err_status_t protect_rtcp(srtp_t s, const uint8_t* in, size_t n, uint8_t* out, size_t* m, size_t) { return run([](srtp_t c, void* b, int* l) { return ::srtp_protect_rtcp(c, b, l); }, s, in, n, out, m); }
inline srtp_err_status_t unprotect_rtcp(srtp_t s, const uint8_t* in, size_t n, uint8_t* out, size_t* m) { return run([](srtp_t c, void* b, int* l) { return ::srtp_unprotect_rtcp(c, b, l); }, s, in, n, out, m); }
inline srtp_err_status_t remove_stream(srtp_t s, uint32_t ssrc) { return ::srtp_remove_stream(s, ssrc); }
} // namespace srtp3
#define srtp_policy_t srtp3::policy
#define srtp_policy_create srtp3::create_policy
#define srtp_policy_destroy srtp3::destroy_policy
#define srtp_policy_set_ssrc srtp3::set_ssrc
#define srtp_policy_set_profile srtp3::set_profile
#define srtp_policy_add_key srtp3::add_key
#define srtp_policy_set_allow_repeat_tx srtp3::set_repeat
#define srtp_policy_set_window_size srtp3::set_window
#define srtp_create srtp3::create
#define srtp_protect srtp3::protect
#define srtp_unprotect srtp3::unprotect
#define srtp_protect_rtcp srtp3::protect_rtcp
#define srtp_unprotect_rtcp srtp3::unprotect_rtcp
#define srtp_stream_remove srtp3::remove_stream
H

# Debian's meson is 1.0; nothing newer is used.
sed -i "s/meson_version: '>= 1.1.0'/meson_version: '>= 1.0.0'/" meson.build
# Debian's OpenSSL has kernel TLS: a BIO callback that answers 1 to BIO_CTRL_GET_KTLS_SEND leaves DTLS without a write
# buffer and the worker dies at the first ServerHello. Hand back the BIO's own answer on every return.
sed -i 's/(operationType == BIO_CB_RETURN) ?/((operationType \& BIO_CB_RETURN) != 0) ?/' src/RTC/DtlsTransport.cpp
grep -q '(operationType & BIO_CB_RETURN) != 0' src/RTC/DtlsTransport.cpp

meson setup out --buildtype release -Db_ndebug=true --wrap-mode=nodownload
echo "$version" >"$build/prepared"
compile
