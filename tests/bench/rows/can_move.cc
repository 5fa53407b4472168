#include "tests/bench/rows/can_move.h"

#include <fmt/format.h>

#include <memory>
#include <random>
#include <string>

#include "client/request_id.h"
#include "foundation/storage/stored_message.h"
#include "tests/bench/data/own_fields.h"
#include "tests/bench/load/single_call.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::bench {
namespace {

using crm::v1::Pipeline;
using crm::v1::StageRule;

constexpr int kFields = 30;
constexpr int kRules = 10;
constexpr int kInFlight = 64;
constexpr double kTimesP99 = 1.3;
constexpr int64_t kAccount = kRuledAccount.first_account;

// One of those on the first of the stages, which has all their fields.
crm::v1::CanMoveRequest RequestFor(int64_t place) {
  crm::v1::CanMoveRequest request;
  request.set_deal_id(kFirstDeal + 4 * place);
  return request;
}

int64_t Places() { return kRuledAccount.deals_of_each / 4; }

crm::v1::FieldSet Fields() {
  crm::v1::FieldSet fields;
  fields.set_id(crm::v1::ENTITY_DEAL);
  fields.set_entity(crm::v1::ENTITY_DEAL);
  fields.set_etag(1);
  AddOwnFields(fields, kFields);
  return fields;
}

// Each asks for three of the fields, every second one where another is filled, and one for the contact's phone.
StageRule Rule(int number) {
  StageRule rule;
  rule.set_key(fmt::format("rule{}", number));
  rule.set_binding(number % 2 == 0 ? StageRule::BINDING_LEAVE : StageRule::BINDING_FROM_HERE_ON);
  for (int i = 0; i < kFields / kRules; ++i) {
    rule.mutable_fields()->add_fields(fmt::format("deal.field{}", number * kFields / kRules + i));
  }
  if (number == 0) rule.mutable_fields()->add_fields("contact.phones");
  if (number % 2 == 0) return rule;
  auto& comparison = *rule.mutable_condition()->mutable_comparison();
  comparison.set_field("deal.field0");
  comparison.set_operator_(crm::v1::Comparison::OPERATOR_FILLED);
  return rule;
}

void AddRules(storage::Connection& crm) {
  const auto rows = crm.Query("SELECT definition FROM pipelines WHERE account_id = ? AND pipeline_key = ?", kAccount,
                              std::string(kPipeline));
  auto pipeline = storage::Stored<Pipeline>(rows.at(0).Text(0));
  int number = 0;
  for (auto& stage : *pipeline.mutable_stages()) {
    for (const char* ruled : kStages) {
      if (stage.key() != ruled) continue;
      for (int i = 0; i < 3 && number < kRules; ++i) *stage.add_rules() = Rule(number++);
    }
  }
  crm.Execute("UPDATE pipelines SET definition = ? WHERE account_id = ? AND pipeline_key = ?",
              storage::Bytes{storage::Serialised(pipeline)}, kAccount, std::string(kPipeline));
}

int64_t NewContact(Workbench& workbench) {
  crm::v1::CreateContactRequest request;
  request.set_request_id(client::NewRequestId());
  request.mutable_contact()->set_name("Пётр");
  request.mutable_contact()->add_phones("+74951234567");
  crm::v1::Contact contact;
  contact.ParseFromString(CallOnce(workbench.Ours().address, "/voronka.crm.v1.ContactService/CreateContact",
                                   {workbench.Manager(kAccount), request.SerializeAsString()}));
  return contact.id();
}

// All but the last are filled, so that the service has something to say.
void Prepare(Workbench& workbench) {
  auto& crm = workbench.db();
  const auto fields = Fields();
  crm.Execute("REPLACE INTO field_sets (account_id, id, definition) VALUES (?, ?, ?)", kAccount, fields.id(),
              storage::Bytes{storage::Serialised(fields)});
  AddRules(crm);
  auto filled = FilledIn(fields, 1);
  filled.mutable_fields()->erase(fmt::format("field{}", kFields - 1));
  crm.Execute("UPDATE deals SET fields = ?, contact_id = ? WHERE account_id = ? AND pipeline = ? AND stage = ?",
              storage::Bytes{storage::Serialised(filled)}, NewContact(workbench), kAccount, std::string(kPipeline),
              std::string(kStages[0]));
}

}  // namespace

std::string CanMove::method() const { return "/voronka.crm.v1.DealService/CanMove"; }

std::vector<std::function<SampleCall()>> CanMove::samples(Workbench& workbench) {
  if (sampled_ == 0) Prepare(workbench);
  return {[this, &workbench] {
    const auto request = RequestFor(sampled_++);
    auto deal = workbench.db().SelectOne<crm::v1::Deal>("SELECT {columns} FROM deals WHERE account_id = ? AND id = ?",
                                                        kAccount, request.deal_id());
    return SampleCall{.method = method(),
                      .account_id = kAccount,
                      .metadata = workbench.Manager(kAccount),
                      .request = std::make_unique<crm::v1::CanMoveRequest>(request),
                      .row = std::make_unique<crm::v1::Deal>(*std::move(deal))};
  }};
}

void CanMove::Measure(const Contest& contest, Report& report) {
  const auto manager = contest.workbench.Manager(kAccount);
  std::minstd_rand random(1);
  const Load load{.method = method(), .next = [&](int) {
                    const auto place = std::uniform_int_distribution<int64_t>(0, Places() - 1)(random);
                    return Call{manager, RequestFor(place).SerializeAsString()};
                  }};
  const auto what = fmt::format("`CanMove`, {} fields and {} rules, {} in flight", kFields, kRules, kInFlight);
  const auto figures = report.Measure(what, {{contest.ours, load}, {contest.floor, load}}, {.in_flight = kInFlight});
  const double times = figures[0].p99 / figures[1].p99;
  report.Add({.what = what,
              .ours = Readable(figures[0]),
              .floor = Readable(figures[1]),
              .ratio = fmt::format("p99 {:.2f}×", times),
              .goal = fmt::format("p99 ≤ {}×", kTimesP99),
              .met = times <= kTimesP99});
}

}  // namespace voronka::bench
