// OpenSSL keeps a thread's errors until the thread ends, but gRPC's threads end only after OpenSSL's cleanup at exit.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the leak sanitizer looks for this name.
extern "C" const char* __lsan_default_suppressions() { return "leak:CRYPTO_zalloc"; }
