#include "tests/system/deadlines.h"

#include <google/protobuf/util/time_util.h>

#include <thread>

#include "tests/support/eventually.h"
#include "tests/system/crowd.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::testing {
namespace {

using namespace std::chrono_literals;
using crm::v1::Queue;
using google::protobuf::util::TimeUtil;
using std::chrono::microseconds;

constexpr int kBatches = 50;
constexpr int kClients = 4;
constexpr client::CallOptions kPatientCall{.timeout = 180s, .repeat = true};

void SetTakeWithin(Account& account, microseconds take_within) {
  if (take_within < 1s) throw TooLate("the inquiries could not be submitted in time");
  crm::v1::GetQueueRequest read;
  read.set_queue_id(account.queue_id());
  crm::v1::UpdateQueueRequest write;
  write.set_queue_id(account.queue_id());
  *write.mutable_queue() = account.admin().Call<Queue>(read, kPatientCall);
  *write.mutable_queue()->mutable_take_within() = TimeUtil::MicrosecondsToDuration(take_within.count());
  account.admin().Call<Queue>(write, kPatientCall);
}

// The clients from `first` up to `end`.
void Submit(Account& account, int first, int end) {
  InParallel(kClients, [&](int thread) {
    for (int client = first + thread; client < end; client += kClients) {
      account.intake().Call<crm::v1::Inquiry>(InquiryOf(client), kPatientCall);
    }
  });
}

void AwaitOffers(Account& account, Moment before) {
  const auto patience = std::chrono::duration_cast<std::chrono::milliseconds>(before - Now());
  if (!Eventually([&] { return DealsOn(account.head(), kFirstStage, 0).empty(); }, patience)) {
    throw TooLate("the deals were not offered in time");
  }
}

}  // namespace

std::vector<crm::v1::Deal> MakeOffers(Account& account, int count, const Deadlines& deadlines) {
  const Moment begin = Now();
  // A fifth of the time is reserved for delays. If deadlines were closer, offers would wait for each other beyond them.
  const auto pace = (deadlines.first - begin) * 4 / 5 / kBatches;
  for (int batch = 0; batch < kBatches; ++batch) {
    std::this_thread::sleep_until(begin + pace * batch);
    SetTakeWithin(account, deadlines.first + deadlines.spread * batch / kBatches - Now());
    Submit(account, count * batch / kBatches, count * (batch + 1) / kBatches);
  }
  AwaitOffers(account, deadlines.first);
  SetTakeWithin(account, 1h);
  return DealsOn(account.head(), kFirstStage);
}

}  // namespace voronka::testing
