#include "demo/day/props.h"

#include <string>

#include "demo/moves/filling.h"
#include "demo/story/invented_client.h"
#include "demo/story/moment.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::demo {
namespace {

crm::v1::Contact MeetContact(Day& day, std::string_view name, const std::string& phone) {
  crm::v1::CreateContactRequest request;
  request.mutable_contact()->set_name(std::string(name));
  if (!phone.empty()) request.mutable_contact()->add_phones(phone);
  return day.anna.Call<crm::v1::Contact>(request);
}

}  // namespace

crm::v1::Deal DraftOf(std::string_view name, std::string_view pipeline, std::string_view stage) {
  crm::v1::Deal draft;
  draft.set_name(std::string(name));
  draft.set_pipeline(std::string(pipeline));
  draft.set_stage(std::string(stage));
  return draft;
}

void SetOwn(crm::v1::Deal& draft, std::string_view key, const crm::v1::FieldValue& value) {
  (*draft.mutable_fields())[std::string(key)] = value;
}

crm::v1::Deal Make(Day& day, const crm::v1::Deal& draft) {
  crm::v1::CreateDealRequest request;
  *request.mutable_deal() = draft;
  const auto deal = day.anna.Call<crm::v1::Deal>(request);
  day.narrator.Tell({"Сделка #{} «{}» на этапе «{}»", "Deal #{} “{}” is in “{}”"}, deal.id(), deal.name(),
                    day.StageName(deal.pipeline(), deal.stage()));
  return deal;
}

crm::v1::Contact MeetWithPhone(Day& day, std::string_view name) {
  return MeetContact(day, name, InventedClient(std::string(name)).Phone());
}

crm::v1::Contact MeetWithoutPhone(Day& day, std::string_view name) { return MeetContact(day, name, ""); }

crm::v1::FieldValue NewPhone() { return TextValue(InventedClient("").Phone()); }

void PlanTaskFor(Day& day, const crm::v1::Deal& deal, std::string_view text) {
  crm::v1::CreateTaskRequest request;
  crm::v1::Task& task = *request.mutable_task();
  task.set_deal_id(deal.id());
  task.set_text(std::string(text));
  *task.mutable_due_time() = TimestampOf(Now() + std::chrono::days(1));
  day.anna.Call<crm::v1::Task>(request);
  day.narrator.Tell({"Задача: «{}»", "Task: “{}”"}, text);
}

}  // namespace voronka::demo
