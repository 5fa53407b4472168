#include "gateway/forms/refusal_report.h"

#include <chrono>

#include "client/call_failed.h"
#include "client/request_id.h"
#include "foundation/rpc/requests/field_rules.h"

namespace voronka::gateway {
namespace {

constexpr std::chrono::seconds kReportEvery(1);
constexpr std::chrono::seconds kReportTimeout(2);
constexpr size_t kMostCounts = 10'000;

int MostInReport() {
  using Request = crm::v1::ReportFormRefusalsRequest;
  const auto* refused = Request::descriptor()->FindFieldByNumber(Request::kRefusedFieldNumber);
  return static_cast<int>(rpc::FieldRules::Of(*refused).max_items);
}

// Whether the same report may be taken later.
bool MayBeTakenLater(grpc::StatusCode code) {
  return code == grpc::StatusCode::UNAVAILABLE || code == grpc::StatusCode::DEADLINE_EXCEEDED ||
         code == grpc::StatusCode::RESOURCE_EXHAUSTED || code == grpc::StatusCode::ABORTED;
}

}  // namespace

RefusalReport::RefusalReport(client::ServiceClients& services, process::Log& log)
    : services_(services), log_(log), thread_([this](const std::stop_token& stop) { Loop(stop); }) {}

void RefusalReport::Add(const std::string& key, const std::string& reason) {
  const std::lock_guard lock(mutex_);
  const std::pair counted(key, reason);
  if (counts_.size() < kMostCounts || counts_.contains(counted)) ++counts_[counted];
}

void RefusalReport::Loop(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, kReportEvery, [] { return false; });
    lock.unlock();
    Send();
  }
}

void RefusalReport::Send() try {
  if (request_.refused().empty()) TakeCounts();
  if (request_.refused().empty()) return;
  services_.For(0).Call<crm::v1::ReportFormRefusalsResponse>(request_, {.timeout = kReportTimeout});
  request_.Clear();
} catch (const client::CallFailed& failure) {
  log_.Warning("refused forms cannot be reported", {{"error", failure.what()}});
  if (!MayBeTakenLater(failure.code())) request_.Clear();
}

void RefusalReport::TakeCounts() {
  const std::lock_guard lock(mutex_);
  request_.set_request_id(client::NewRequestId());
  for (int most = MostInReport(); most > 0 && !counts_.empty(); --most) {
    const auto first = counts_.begin();
    auto& refused = *request_.add_refused();
    refused.set_key(first->first.first);
    refused.set_reason(first->first.second);
    refused.set_count(first->second);
    counts_.erase(first);
  }
}

}  // namespace voronka::gateway
