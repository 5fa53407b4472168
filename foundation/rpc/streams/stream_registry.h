#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace voronka::rpc {

// A server stream as the process sees it.
class OpenStream {
 public:
  virtual ~OpenStream() = default;
  // Called when there may be something new for it to read.
  virtual void Wake() = 0;
  // Called once a second: bookmarks, deadlines, rights.
  virtual void Tick(std::chrono::steady_clock::time_point now) = 0;
  // Ends it; the client resumes on another replica.
  virtual void End() = 0;
};

// The open streams, by what they listen for: a user of an account, or 0 for everything.
class StreamRegistry {
 public:
  using Topic = std::pair<int64_t, int64_t>;

  void Add(const Topic& topic, const std::shared_ptr<OpenStream>& stream);
  void Remove(const Topic& topic, const OpenStream* stream);

  void Wake(const Topic& topic);
  void TickAll(std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now());
  // Streams that are added later end at once.
  void EndAll();
  size_t Size() const;

 private:
  struct Hash {
    size_t operator()(const Topic& topic) const { return std::hash<int64_t>()(topic.first * 1'000'003 + topic.second); }
  };
  using Streams = std::vector<std::shared_ptr<OpenStream>>;

  Streams All() const;

  mutable std::mutex mutex_;
  std::unordered_multimap<Topic, std::shared_ptr<OpenStream>, Hash> streams_;
  bool ending_ = false;
};

}  // namespace voronka::rpc
