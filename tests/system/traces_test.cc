#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "foundation/process/read_file.h"
#include "tests/support/account.h"
#include "tests/support/eventually.h"
#include "tests/support/http_client.h"
#include "tests/support/trace_collector.h"
#include "tests/system/reading.h"
#include "tests/system/requests.h"
#include "voronka/distribution/v1/offer.pb.h"

namespace voronka::testing {
namespace {

using ::testing::HasSubstr;

constexpr char kTraceId[] = "0af7651916cd43dd8448eb211c80319c";
constexpr char kCallersSpan[] = "b7ad6b7169203331";
constexpr char kLogIn[] = "voronka.crm.v1.SessionService.Login";
constexpr char kExplainDeal[] = "voronka.distribution.v1.OfferService.ExplainDeal";

class Traces : public ::testing::Test {
 protected:
  Traces() {
    config::v1::Traces traces;
    traces.set_endpoint(collector_.endpoint());
    system_ = std::make_unique<System>(System::Options{.gateway = config::v1::Gateway(), .traces = traces});
  }

  // The span, once it has arrived; without a name if it does not.
  ReceivedSpan Await(const std::string& service, const std::string& name, const std::string& trace_id = {}) const {
    std::optional<ReceivedSpan> span;
    EXPECT_TRUE(Eventually([&] { return (span = collector_.Find(service, name, trace_id)).has_value(); })) << name;
    return span.value_or(ReceivedSpan());
  }

  const TraceCollector collector_;
  std::unique_ptr<System> system_;
};

TEST_F(Traces, LeadThroughTheGatewayToTheTransaction) {
  HttpClient browser(system_->gateway().address());
  const auto answer =
      browser.Ask({.path = "/voronka.crm.v1.SessionService/Login",
                   .headers = {{"content-type", "application/json"},
                               {"traceparent", fmt::format("00-{}-{}-01", kTraceId, kCallersSpan)}},
                   .body = R"({"login": "nobody@nowhere", "password": "wrong-one", "client": "test"})"});
  EXPECT_EQ(answer.status, 401) << answer.body;
  const auto request = Await("gateway", "POST /voronka.crm.v1.SessionService/Login", kTraceId);
  const auto call = Await("crm_service", kLogIn, kTraceId);
  const auto transaction = Await("crm_service", "transaction", kTraceId);
  EXPECT_EQ(request.parent_id, kCallersSpan);
  EXPECT_EQ(call.parent_id, request.span_id);
  EXPECT_EQ(transaction.parent_id, call.span_id);
  for (const Process* process : {&system_->gateway(), &system_->crm()}) {
    EXPECT_THAT(process::ReadFile(process->log()), HasSubstr(std::string(" trace=") + kTraceId));
  }
}

// Explaining a deal, distribution_service asks crm_service what people are called.
TEST_F(Traces, LeadFromServiceToService) {
  Account account(*system_, 1);
  const int64_t deal_id = account.intake().Call<crm::v1::Inquiry>(InquiryOf(1)).deal_id();
  ASSERT_TRUE(Eventually([&] { return DealOf(account.admin(), deal_id).has_offer_deadline(); }));
  distribution::v1::ExplainDealRequest request;
  request.set_deal_id(deal_id);
  account.admin().Call<distribution::v1::ExplainDealResponse>(request);
  const auto call = Await("distribution_service", kExplainDeal);
  EXPECT_TRUE(Eventually([&] {
    return std::ranges::any_of(collector_.spans(), [&](const ReceivedSpan& span) {
      return span.service == "crm_service" && span.parent_id == call.span_id && span.trace_id == call.trace_id;
    });
  }));
}

}  // namespace
}  // namespace voronka::testing
