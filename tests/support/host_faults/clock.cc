// Preloaded: the test sets the program's wall clock. Its monotonic clock is unchanged.
#include <pthread.h>
#include <sys/time.h>

#include <ctime>

#include "tests/support/host_faults/preloaded.h"

namespace {

constexpr int64_t kNanosPerSecond = 1'000'000'000;
// Larger than any uptime: times beyond it are of the wall clock.
constexpr time_t kSomeYearOf2001 = 1'000'000'000;

timespec Shifted(const timespec& moment, int64_t nanos) {
  const int64_t total = moment.tv_sec * kNanosPerSecond + moment.tv_nsec + nanos;
  return {total / kNanosPerSecond, total % kNanosPerSecond};
}

int64_t Offset() { return voronka::testing::Control().clock_offset_nanos; }

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
  static const auto original = voronka::testing::Original<decltype(&clock_gettime)>("clock_gettime");
  const int result = original(clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) *now = Shifted(*now, Offset());
  return result;
}

int gettimeofday(timeval* now, void*) noexcept {
  timespec moment{};
  const int result = clock_gettime(CLOCK_REALTIME, &moment);
  *now = {moment.tv_sec, moment.tv_nsec / 1000};
  return result;
}

time_t time(time_t* now) noexcept {
  timespec moment{};
  clock_gettime(CLOCK_REALTIME, &moment);
  if (now != nullptr) *now = moment.tv_sec;
  return moment.tv_sec;
}

// Waiting until a time uses the shifted clock, but the kernel waits by the true one.
int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until) {
  // Of the C library's two versions, dlsym finds the one of LinuxThreads.
  static const auto original =
      reinterpret_cast<decltype(&pthread_cond_timedwait)>(dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2"));
  const timespec true_moment = until->tv_sec > kSomeYearOf2001 ? Shifted(*until, -Offset()) : *until;
  return original(condition, mutex, &true_moment);
}

}  // extern "C"
