#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "foundation/process/clock.h"
#include "foundation/process/log.h"
#include "foundation/process/random.h"
#include "foundation/storage/connection.h"
#include "notifier/push/pushes.h"
#include "notifier/push/routes.h"
#include "notifier/push/sender_report.h"
#include "notifier/push/vendors/push_services.h"

namespace voronka::notifier {

// Hands every push that is due to the push service of its device, until that answers or the push's life is over. Any
// number of replicas share the work: a push is claimed for 30 s, and is sent again if its sender has died by then. The
// table is the source of truth; nothing else is kept in memory than what waits for an answer.
class PushSender {
 public:
  // As PushServices::Send. An answer may come on any thread, also after Stop.
  using Send = std::function<void(Push, std::function<void(const PushAnswer&)>)>;

  PushSender(const config::v1::Database& database, const process::Clock& clock, process::Random& random, Send send,
             process::Log& log, process::Metrics& metrics);
  ~PushSender() { Stop(); }

  void Start();
  // Waits some seconds for answers. What is not answered by then is sent again, by another replica or later.
  void Stop();
  // Something may be due. From any thread; must not throw.
  void Wake();

  // Notes what has been answered and hands over what is due. Returns when the next round is worth while. For
  // simulations, which call it in place of Start.
  std::chrono::microseconds Round();

 private:
  struct Sent {
    AddressedPush push;
    std::string route;
    // Microseconds since 1970 UTC.
    int64_t at;
  };
  struct Answered {
    Sent sent;
    PushAnswer answer;
  };
  // Outlives the sender as long as an answer may come.
  struct Mailbox {
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Answered> answers;
    bool woken = false;
    bool stopping = false;
  };

  void Loop();
  std::chrono::microseconds TryRound();
  void AwaitAnswers();
  void TakeAnswers();
  void WriteAnswers();
  void WriteToDevice(const Answered& answered);
  std::vector<AddressedPush> Due(int64_t now, bool& more);
  void HoldBackInQuietHours(std::vector<AddressedPush>& due, int64_t now);
  void PutOffFull(std::vector<AddressedPush>& due, int64_t now);
  void HandOver(AddressedPush push);

  storage::Connection db_;
  const process::Clock& clock_;
  process::Random& random_;
  const Send send_;
  process::Log& log_;
  SenderReport report_;
  const std::shared_ptr<Mailbox> mailbox_ = std::make_shared<Mailbox>();
  Routes routes_;
  // Not written yet.
  std::vector<Answered> answered_;
  std::thread thread_;
};

}  // namespace voronka::notifier
