#include "foundation/rpc/streams/feed_schedule.h"

namespace voronka::rpc {
namespace {

constexpr std::chrono::seconds kWriteTimeout(10);
constexpr std::chrono::seconds kBookmarkInterval(20);
constexpr std::chrono::seconds kShortestLife(15 * 60);
constexpr std::chrono::seconds kLifeSpread(10 * 60);

}  // namespace

FeedSchedule::FeedSchedule(process::Random& random) : last_write_(std::chrono::steady_clock::now()) {
  const auto spread = std::chrono::duration<double>(kLifeSpread) * random.Uniform01();
  end_of_life_ = last_write_ + kShortestLife + std::chrono::duration_cast<std::chrono::seconds>(spread);
}

void FeedSchedule::WriteBegins(Instant now) {
  last_write_ = now;
  write_began_ = now;
}

bool FeedSchedule::WriteIsStuck(Instant now) const { return write_began_ && now - *write_began_ >= kWriteTimeout; }

bool FeedSchedule::BookmarkIsDue(Instant now) const { return now - last_write_ >= kBookmarkInterval; }

bool FeedSchedule::HasLivedLongEnough(Instant now) const { return now >= end_of_life_; }

Error Resumable() {
  return Error(Code::kUnavailable, {"STREAM_ENDED",
                                    "",
                                    {"The stream ends here; continue with the last cursor.",
                                     "Поток завершён; продолжите с последнего курсора."}});
}

Error SessionEnded() {
  return Error(Code::kUnauthenticated, {"SESSION_ENDED", "", {"The session has ended.", "Сеанс завершён."}});
}

Error TooSlow() {
  return Error(Code::kDeadlineExceeded, {"TOO_SLOW", "", {"Nothing was read for 10 s.", "10 с ничего не прочитано."}});
}

}  // namespace voronka::rpc
