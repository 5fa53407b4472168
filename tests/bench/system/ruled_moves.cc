#include "tests/bench/system/ruled_moves.h"

#include <chrono>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "client/request_id.h"
#include "foundation/storage/connection.h"
#include "tests/bench/callers.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/data/own_fields.h"
#include "tests/bench/database_options.h"
#include "tests/support/account.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/configuration.pb.h"
#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;
using crm::v1::Deal;
using crm::v1::Pipeline;

constexpr int kInFlight[] = {64, 8};
constexpr Goal kGoal{.share = 0.8};
constexpr int kFields = 30;
constexpr int64_t kDeals = 20'000;
constexpr char kMethod[] = "/voronka.crm.v1.DealService/MoveDeal";
constexpr char kSales[] = "sales";
// The move from the first to the second asks for most.
constexpr const char* kWay[] = {"processing", "offer_made"};
constexpr client::CallOptions kPatient{.timeout = 30s, .repeat = true};

testing::Account NewAccount(testing::System& system) {
  return testing::Account(system, 1, 5min, testing::Queue::kWithoutQueue);
}

Pipeline SalesOf(testing::Account& account) {
  crm::v1::GetPipelineRequest request;
  request.set_pipeline(kSales);
  return account.admin().Call<Pipeline>(request);
}

void Apply(testing::Account& account) {
  crm::v1::ApplyConfigurationRequest request;
  request.set_solution("trade_b24");
  account.admin().Call<crm::v1::ConfigurationPlan>(request, kPatient);
}

crm::v1::FieldSet ThirtyFields(testing::Account& account) {
  crm::v1::GetFieldSetRequest get;
  get.set_entity(crm::v1::ENTITY_DEAL);
  crm::v1::UpdateFieldSetRequest request;
  *request.mutable_field_set() = account.admin().Call<crm::v1::FieldSet>(get);
  AddOwnFields(*request.mutable_field_set(), kFields);
  return account.admin().Call<crm::v1::FieldSet>(request);
}

int64_t NewContact(testing::Account& account) {
  crm::v1::CreateContactRequest request;
  request.mutable_contact()->set_name("Пётр");
  request.mutable_contact()->add_phones("+74951234567");
  return account.admin().Call<crm::v1::Contact>(request).id();
}

// One that moves freely tells nothing.
void RequireFree(testing::Account& account) {
  crm::v1::CanMoveRequest request;
  request.set_deal_id(kFirstDeal);
  request.set_stage(kWay[1]);
  const auto response = account.manager(0).Call<crm::v1::CanMoveResponse>(request);
  if (response.verdicts(0).violations().empty()) return;
  throw std::runtime_error("the deals lack what the rules ask for: " + response.ShortDebugString());
}

void FillRuled(testing::Account& account, storage::Connection& crm) {
  Apply(account);
  const auto fields = ThirtyFields(account);
  AddDeals(crm, account.id(), account.manager_id(0), kDeals);
  PlaceDeals(crm, account.id(), kSales, kWay[0], FilledIn(fields, account.manager_id(0)));
  crm.Execute("UPDATE deals SET contact_id = ? WHERE account_id = ?", NewContact(account), account.id());
  RequireFree(account);
}

void FillBare(testing::Account& account, Pipeline pipeline, storage::Connection& crm) {
  for (auto& stage : *pipeline.mutable_stages()) {
    stage.clear_rules();
    stage.clear_checklist();
  }
  pipeline.clear_quick_add_fields();
  pipeline.clear_default_for_inquiries();
  pipeline.clear_repeat_pipeline();
  crm::v1::CreatePipelineRequest request;
  *request.mutable_pipeline() = pipeline;
  account.admin().Call<Pipeline>(request);
  AddDeals(crm, account.id(), account.manager_id(0), kDeals);
  PlaceDeals(crm, account.id(), kSales, kWay[0], Deal());
  RequireFree(account);
}

// Moves the account's deals there and back; each lane has its own.
class BackAndForth {
 public:
  BackAndForth(const Callers& callers, const testing::Account& account)
      : manager_(callers.Manager(account.id(), account.manager_id(0))), moved_(kDeals) {}

  Load Of(int lanes) {
    return {.method = kMethod, .next = [this, lanes](int lane) {
              const auto place = std::uniform_int_distribution<int64_t>(0, kDeals / lanes - 1)(random_) * lanes + lane;
              return Call{manager_, Next(place).SerializeAsString()};
            }};
  }

 private:
  crm::v1::MoveDealRequest Next(int64_t place) {
    moved_[place] = !moved_[place];
    crm::v1::MoveDealRequest request;
    request.set_request_id(client::NewRequestId());
    request.set_deal_id(kFirstDeal + place);
    request.set_stage(kWay[moved_[place] ? 1 : 0]);
    return request;
  }

  const client::Metadata manager_;
  std::vector<bool> moved_;
  std::minstd_rand random_{1};
};

}  // namespace

void MeasureRuledMoves(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  storage::Connection crm(system.SchemaOf("crm"), storage::StatementLimit::kNone);
  auto ruled = NewAccount(system);
  auto bare = NewAccount(system);
  FillRuled(ruled, crm);
  FillBare(bare, SalesOf(ruled), crm);
  const Callers callers(system);
  BackAndForth ruled_moves(callers, ruled);
  BackAndForth bare_moves(callers, bare);
  const auto contender = [&](const char* name) {
    return Contender{name, system.crm().address(), system.crm().pid(), system.database().pid()};
  };
  for (const int in_flight : kInFlight) {
    const auto what = fmt::format(
        "`MoveDeal` with the rules of `trade_b24` and {} fields, {} in flight; floor: with none", kFields, in_flight);
    const auto figures = report.Measure(
        what, {{contender("ruled"), ruled_moves.Of(in_flight)}, {contender("bare"), bare_moves.Of(in_flight)}},
        {.in_flight = in_flight});
    report.Compare(what, figures[0], figures[1], kGoal);
  }
}

}  // namespace voronka::bench
