#include "tests/bench/system/known_clients.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <random>
#include <string>

#include "client/request_id.h"
#include "foundation/storage/connection.h"
#include "tests/bench/callers.h"
#include "tests/bench/data/data_set.h"
#include "tests/bench/database_options.h"
#include "tests/support/account.h"
#include "tests/support/system.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::bench {
namespace {

using namespace std::chrono_literals;

constexpr int64_t kManyContacts = 1'000'000;
constexpr int64_t kFewContacts = 10'000;
constexpr double kTimes = 1.2;

enum class KnownBy { kPhone, kEmail };

void FillWithClients(storage::Connection& crm, const testing::Account& account, int64_t contacts) {
  AddDeals(crm, account.id(), account.manager_id(0), contacts);
  AddContacts(crm, account.id(), account.manager_id(0), contacts);
}

crm::v1::SubmitInquiryRequest AskingAgain(int64_t contact, KnownBy known_by) {
  crm::v1::SubmitInquiryRequest request;
  request.set_request_id(client::NewRequestId());
  auto& inquiry = *request.mutable_inquiry();
  inquiry.set_source(crm::v1::Inquiry::SOURCE_SITE);
  inquiry.set_source_name("Форма на главной");
  inquiry.set_client_name("Анна Сергеевна");
  if (known_by == KnownBy::kPhone) {
    inquiry.set_phone(PhoneOfContact(contact));
  } else {
    inquiry.set_email(EmailOfContact(contact));
  }
  inquiry.set_text("Когда привезут светильники?");
  return request;
}

}  // namespace

void MeasureKnownClients(Report& report) {
  testing::System system({.database = DatabaseOptions()});
  storage::Connection crm(system.SchemaOf("crm"), storage::StatementLimit::kNone);
  const testing::Account many(system, 1, 5min, testing::Queue::kWithoutQueue);
  const testing::Account few(system, 1, 5min, testing::Queue::kWithoutQueue);
  // What follows the log is not measured.
  for (auto* process : {&system.distribution(), &system.notifier()}) process->Terminate();
  FillWithClients(crm, many, kManyContacts);
  FillWithClients(crm, few, kFewContacts);
  const Callers callers(system);
  std::minstd_rand random(1);
  const auto trial = [&](const char* name, const testing::Account& account, int64_t contacts, KnownBy known_by) {
    return Trial{{name, system.crm().address(), system.crm().pid(), system.database().pid()},
                 {.method = "/voronka.crm.v1.InquiryService/SubmitInquiry",
                  .next = [&random, caller = callers.Intake(account.id()), contacts, known_by](int) {
                    const auto contact = std::uniform_int_distribution<int64_t>(0, contacts - 1)(random);
                    return Call{caller, AskingAgain(contact, known_by).SerializeAsString()};
                  }}};
  };
  for (const auto known_by : {KnownBy::kPhone, KnownBy::kEmail}) {
    const auto what = fmt::format("`SubmitInquiry` by a known {} among {} contacts; floor: among {}",
                                  known_by == KnownBy::kPhone ? "phone" : "email", kManyContacts, kFewContacts);
    const auto figures =
        report.Measure(what, {trial("many", many, kManyContacts, known_by), trial("few", few, kFewContacts, known_by)},
                       {.in_flight = 1});
    const double times = figures[0].p50 / figures[1].p50;
    report.Add({.what = what,
                .ours = Readable(figures[0]),
                .floor = Readable(figures[1]),
                .ratio = fmt::format("p50 {:.2f}×", times),
                .goal = fmt::format("p50 ≤ {}×", kTimes),
                .met = times <= kTimes});
  }
}

}  // namespace voronka::bench
