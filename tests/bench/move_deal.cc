// MoveDeal over the real system, with everything on: how many a second, and how long each takes.
//   move_deal_bench [accounts] [calls in flight] [seconds]
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include "tests/support/account.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/deal.pb.h"

namespace voronka {
namespace {

using std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kDealsOfACaller = 8;
constexpr const char* kStages[] = {"price_sent", "accepted"};

int64_t MakeDeal(testing::Account& account) {
  crm::v1::CreateDealRequest request;
  request.mutable_deal()->set_pipeline("first_sales");
  request.mutable_deal()->set_stage("accepted");
  return account.head().Call<crm::v1::Deal>(request).id();
}

// Moves deals of its own to and fro, one call after the other.
class Caller {
 public:
  explicit Caller(testing::Account& account) : account_(account) {
    for (int i = 0; i < kDealsOfACaller; ++i) deals_.push_back(MakeDeal(account));
  }

  void MoveUntil(const std::atomic<bool>& done) {
    for (size_t move = 0; !done; ++move) {
      crm::v1::MoveDealRequest request;
      request.set_deal_id(deals_[move % deals_.size()]);
      request.set_stage(kStages[move / deals_.size() % 2]);
      const auto began = steady_clock::now();
      account_.head().Call<crm::v1::Deal>(request, {.timeout = std::chrono::seconds(30)});
      took_.push_back(Milliseconds(steady_clock::now() - began).count());
    }
  }

  const std::vector<double>& took() const { return took_; }

 private:
  testing::Account& account_;
  std::vector<int64_t> deals_;
  std::vector<double> took_;
};

void Print(std::vector<double> took, int accounts, size_t in_flight, double seconds) {
  std::sort(took.begin(), took.end());
  const auto percentile = [&](double share) { return took.at(static_cast<size_t>(share * (took.size() - 1))); };
  fmt::print("MoveDeal, {} account(s), {} calls in flight: {:.0f}/s, p50 {:.1f} ms, p99 {:.1f} ms\n", accounts,
             in_flight, took.size() / seconds, percentile(0.50), percentile(0.99));
}

void Run(int accounts, int in_flight, int seconds) {
  testing::System system;
  std::vector<std::unique_ptr<testing::Account>> owners;
  for (int i = 0; i < accounts; ++i) {
    owners.push_back(
        std::make_unique<testing::Account>(system, 1, std::chrono::minutes(5), testing::Queue::kWithoutQueue));
  }
  std::vector<std::unique_ptr<Caller>> callers;
  for (int i = 0; i < in_flight; ++i) callers.push_back(std::make_unique<Caller>(*owners[i % accounts]));

  std::atomic<bool> done = false;
  std::vector<std::thread> threads;
  for (auto& caller : callers) threads.emplace_back([&] { caller->MoveUntil(done); });
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  done = true;
  for (auto& thread : threads) thread.join();

  std::vector<double> took;
  for (const auto& caller : callers) took.insert(took.end(), caller->took().begin(), caller->took().end());
  Print(std::move(took), accounts, callers.size(), seconds);
}

}  // namespace
}  // namespace voronka

int main(int argc, char** argv) try {
  const auto argument = [&](int index, int otherwise) { return argc > index ? std::atoi(argv[index]) : otherwise; };
  voronka::Run(argument(1, 1), argument(2, 64), argument(3, 10));
} catch (const std::exception& failure) {
  std::fprintf(stderr, "%s\n", failure.what());
  return 1;
}
