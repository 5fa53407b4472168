#include "foundation/rpc/streams/stream_registry.h"

#include <vector>

namespace voronka::rpc {

void StreamRegistry::Add(const Topic& topic, const std::shared_ptr<OpenStream>& stream) {
  bool ending;
  {
    std::lock_guard lock(mutex_);
    streams_.emplace(topic, stream);
    ending = ending_;
  }
  ending ? stream->End() : stream->Wake();
}

void StreamRegistry::Remove(const Topic& topic, const OpenStream* stream) {
  std::shared_ptr<OpenStream> removed;  // outlives the lock
  std::lock_guard lock(mutex_);
  const auto [begin, end] = streams_.equal_range(topic);
  for (auto it = begin; it != end; ++it) {
    if (it->second.get() != stream) continue;
    removed = std::move(it->second);
    streams_.erase(it);
    return;
  }
}

void StreamRegistry::Wake(const Topic& topic) {
  Streams streams;
  {
    std::lock_guard lock(mutex_);
    const auto [begin, end] = streams_.equal_range(topic);
    for (auto it = begin; it != end; ++it) streams.push_back(it->second);
  }
  for (const auto& stream : streams) stream->Wake();
}

void StreamRegistry::TickAll(std::chrono::steady_clock::time_point now) {
  for (const auto& stream : All()) stream->Tick(now);
}

void StreamRegistry::EndAll() {
  {
    std::lock_guard lock(mutex_);
    ending_ = true;
  }
  for (const auto& stream : All()) stream->End();
}

size_t StreamRegistry::Size() const {
  std::lock_guard lock(mutex_);
  return streams_.size();
}

StreamRegistry::Streams StreamRegistry::All() const {
  std::lock_guard lock(mutex_);
  Streams all;
  for (const auto& [topic, stream] : streams_) all.push_back(stream);
  return all;
}

}  // namespace voronka::rpc
