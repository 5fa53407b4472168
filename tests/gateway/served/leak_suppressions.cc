// OpenSSL keeps a thread's errors until the thread ends; gRPC's threads end when OpenSSL has cleaned up at exit.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the leak sanitizer asks by this name.
extern "C" const char* __lsan_default_suppressions() { return "leak:CRYPTO_zalloc"; }
