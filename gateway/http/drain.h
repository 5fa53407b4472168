#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <mutex>

namespace voronka::gateway {

// Tells long-running work that the program is about to stop. Safe to use from every thread.
class Drain {
 public:
  using Action = std::function<void()>;

  // Calls `action` when the drain begins, or at once if it has begun; never after it is destroyed.
  class Watch {
   public:
    Watch(Drain& drain, Action action);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

   private:
    Drain& drain_;
    std::list<Action>::iterator position_;
  };

  bool begun() const { return begun_; }
  void Begin();

 private:
  std::atomic<bool> begun_ = false;
  std::mutex mutex_;
  std::list<Action> actions_;
};

}  // namespace voronka::gateway
