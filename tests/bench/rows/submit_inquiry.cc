#include "tests/bench/rows/submit_inquiry.h"

#include "client/request_id.h"
#include "tests/bench/rows/account_choice.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::bench {
namespace {

constexpr int kInFlight[] = {64, 8};
constexpr Goal kGoal{.share = 0.7};

crm::v1::SubmitInquiryRequest RequestOf(int client) {
  crm::v1::SubmitInquiryRequest request;
  request.set_request_id(client::NewRequestId());
  auto& inquiry = *request.mutable_inquiry();
  inquiry.set_source(crm::v1::Inquiry::SOURCE_SITE);
  inquiry.set_source_name("Форма на главной");
  inquiry.set_client_name("Анна Сергеевна");
  inquiry.set_phone(fmt::format("+7916{:07}", client));
  inquiry.set_text("Нужен прайс на светильники для магазина");
  return request;
}

}  // namespace

std::string SubmitInquiry::method() const { return "/voronka.crm.v1.InquiryService/SubmitInquiry"; }

std::vector<std::function<SampleCall()>> SubmitInquiry::samples(Workbench& workbench) {
  return {[this, &workbench] {
    return SampleCall{.method = method(),
                      .account_id = kSampledAccount,
                      .metadata = workbench.Intake(kSampledAccount),
                      .request = std::make_unique<crm::v1::SubmitInquiryRequest>(RequestOf(clients_++)),
                      .row = nullptr};
  }};
}

void SubmitInquiry::Measure(const Contest& contest, Report& report) {
  AccountChoice accounts(kThousandAccounts, [&](int64_t id) { return contest.workbench.Intake(id); });
  const Load load{.method = method(), .next = [&](int) {
                    return Call{accounts.Next().caller, RequestOf(clients_++).SerializeAsString()};
                  }};
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format("`SubmitInquiry`, {} in flight", in_flight);
    const auto figures = report.Measure(what, {{contest.ours, load}, {contest.floor, load}}, {.in_flight = in_flight});
    report.Compare(what, figures[0], figures[1], kGoal);
  }
}

}  // namespace voronka::bench
