#include "tests/crm_service/sales/properties/history.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <type_traits>
#include <utility>

#include "foundation/process/clock.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::properties {
namespace {

using namespace crm::v1;
using google::protobuf::Message;

constexpr int kClients = 2;
constexpr int kDeals = 3;
constexpr int kMostDeals = 6;
// So many latest steps are told.
constexpr size_t kToldSteps = 40;

Reasons ReasonsOf(const client::CallFailed& failure) {
  if (failure.code() != grpc::StatusCode::FAILED_PRECONDITION) return {failure.reason()};
  Reasons reasons;
  for (const auto& violation : failure.precondition_violations()) {
    reasons.insert(Reason(violation.type(), violation.subject()));
  }
  return reasons;
}

std::string Joined(const Reasons& reasons) {
  return reasons.empty() ? "allowed" : fmt::format("{}", fmt::join(reasons, ", "));
}

Reasons NotResponsible() { return {"NOT_RESPONSIBLE"}; }

std::string Readable(const Message& message) { return message.ShortDebugString(); }

}  // namespace

History::History(World& world, uint64_t seed)
    : world_(world), seed_(seed), dice_(seed), palette_(RandomPalette(dice_, world.manager_id(0))) {
  MakePipelines();
  MakeClients();
  // On the first stage, where nothing is asked.
  for (int i = 0; i < kDeals; ++i) Create();
}

void History::MakePipelines() {
  for (int i = 0; i < 2; ++i) {
    const auto key = world_.NewPipelineKey();
    CreatePipelineRequest request;
    *request.mutable_pipeline() = RandomPipeline(dice_, key, palette_);
    // Every one that the dice make is valid; whoever teaches them otherwise reads here why not.
    world_.admin().client().Call<Pipeline>(request);
    pipelines_.push_back(key);
  }
}

void History::MakeClients() {
  auto& admin = world_.admin().client();
  for (int i = 0; i < kClients; ++i) {
    CreateCompanyRequest company;
    company.mutable_company()->set_name(fmt::format("Ромашка {}", world_.NewPhone()));
    companies_.push_back(admin.Call<Company>(company).id());
    CreateContactRequest contact;
    contact.mutable_contact()->set_name("Пётр");
    contact.mutable_contact()->set_company_id(dice_.Once(2) ? companies_.back() : 0);
    contacts_.push_back(admin.Call<Contact>(contact).id());
  }
}

void History::Write(int times) {
  using Act = void (History::*)();
  // The more often an act is named, the more often it is done.
  static const std::vector<Act> acts = {
      &History::Move,           &History::Move,           &History::Move,          &History::Move,
      &History::MoveFilledIn,   &History::MoveFilledIn,   &History::UpdateDeal,    &History::UpdateDeal,
      &History::UpdateDeal,     &History::UpdateContact,  &History::UpdateContact, &History::UpdateCompany,
      &History::UpdateCompany,  &History::Tick,           &History::Tick,          &History::NoteActivity,
      &History::AskForApproval, &History::AnswerApproval, &History::PlanTask,      &History::Reassign,
      &History::Create,         &History::UpdatePipeline};
  for (int i = 0; i < times && finding_.empty(); ++i) (this->*OneOf(dice_, acts))();
}

template <class Response>
History::Answer History::Send(Writer& writer, const Message& request, int64_t deal_id) {
  Answer answer;
  try {
    const auto response = writer.client().Call<Response>(request);
    if constexpr (std::is_same_v<Response, Deal>) {
      if (deal_id == 0) deals_.push_back(response.id());
    }
  } catch (const client::CallFailed& failure) {
    answer.failure = failure;
    answer.reasons = ReasonsOf(failure);
  }
  Note(writer, request, deal_id, Joined(answer.reasons));
  return answer;
}

void History::Note(const Writer& writer, const Message& request, int64_t deal_id, const std::string& outcome) {
  steps_.emplace_back(deal_id, fmt::format("{}: {} {{ {} }}: {}", writer.name(), request.GetDescriptor()->name(),
                                           Readable(request), outcome));
}

// What was done to other deals has nothing to do with it, but through their contacts, which is told with all.
void History::Find(const std::string& what, int64_t deal_id) {
  if (!finding_.empty()) return;
  std::vector<std::string> told;
  for (const auto& [about, step] : steps_) {
    if (about == 0 || about == deal_id || deal_id == 0) told.push_back(step);
  }
  if (told.size() > kToldSteps) told.erase(told.begin(), told.end() - kToldSteps);
  finding_ = fmt::format("{}\n\nof deal {}, after\n{}\n", what, deal_id, fmt::join(told, "\n"));
  for (const auto& key : pipelines_) finding_ += fmt::format("\n{}\n", world_.PipelineOf(key).DebugString());
  if (deal_id != 0) finding_ += world_.SceneOf(deal_id).deal.DebugString();
  finding_ += fmt::format("\nRepeat with VORONKA_SEED={}", seed_);
}

void History::Expect(const Answer& answer, const Reasons& expected, int64_t deal_id) {
  if (answer.reasons != expected) {
    Find(fmt::format("The service says: {}\nThe rules say: {}", Joined(answer.reasons), Joined(expected)), deal_id);
  }
}

void History::ExpectOnly(const Answer& answer, const std::set<std::string>& reasons, int64_t deal_id) {
  if (!answer.failure || reasons.contains(answer.failure->reason())) return;
  Find(fmt::format("Nobody expects {}", answer.failure->what()), deal_id);
}

void History::ExpectUnchanged(const Scene& before, int64_t deal_id) {
  const auto after = world_.SceneOf(deal_id);
  const bool is_same = after.deal.etag() == before.deal.etag() &&
                       after.contact.has_value() == before.contact.has_value() &&
                       (!after.contact || after.contact->etag() == before.contact->etag()) &&
                       (!after.company || !before.company || after.company->etag() == before.company->etag());
  if (!is_same) Find("What was refused has changed something", deal_id);
}

Writer& History::WriterOf(const Deal& deal) {
  auto* writer = &AnyWriter();
  for (int i = 0; i < 3 && !writer->MayChange(deal); ++i) writer = &AnyWriter();
  return *writer;
}

std::string History::AnyStage(const Pipeline& pipeline) {
  return pipeline.stages(dice_.Throw(pipeline.stages_size())).key();
}

void History::Create() {
  if (deals_.size() >= kMostDeals) return;
  const bool is_first_of_all = deals_.size() < kDeals;
  const auto pipeline = world_.PipelineOf(OneOf(dice_, pipelines_));
  CreateDealRequest request;
  auto& deal = *request.mutable_deal();
  const auto edit = RandomDealEdit(dice_, palette_);
  deal = edit.change;
  deal.set_pipeline(pipeline.key());
  const auto& stage = pipeline.stages(is_first_of_all ? 0 : dice_.Throw(pipeline.stages_size()));
  if (stage.kind() == Stage::KIND_WON || stage.kind() == Stage::KIND_LOST) return;
  deal.set_stage(stage.key());
  if (!dice_.Once(4)) deal.set_contact_id(OneOf(dice_, contacts_));
  if (dice_.Once(2)) deal.set_company_id(OneOf(dice_, companies_));
  auto& writer = AnyWriter();
  Scene scene{deal};
  scene.contact = world_.ContactOf(deal.contact_id());
  // A deal that has no company gets that of its contact.
  if (deal.company_id() == 0 && scene.contact) scene.deal.set_company_id(scene.contact->company_id());
  scene.company = world_.CompanyOf(scene.deal.company_id());
  const auto expected = BrokenByNew(pipeline, stage.key(), writer.role(), scene);
  Expect(Send<Deal>(writer, request, 0), expected, 0);
}

Reasons History::TakenAway(const std::function<bool(Scene&)>& edit) {
  Reasons reasons;
  for (const auto deal_id : deals_) {
    const auto before = world_.SceneOf(deal_id);
    auto after = before;
    if (!edit(after)) continue;
    const auto pipeline = world_.PipelineOf(before.deal.pipeline());
    reasons.merge(BrokenByChange(BlanksOf(pipeline, before), BlanksOf(pipeline, after)));
  }
  return reasons;
}

void History::UpdateDeal() {
  const auto before = world_.SceneOf(AnyDeal());
  const auto deal_id = before.deal.id();
  UpdateDealRequest request;
  request.set_deal_id(deal_id);
  const auto edit = RandomDealEdit(dice_, palette_);
  *request.mutable_deal() = edit.change;
  *request.mutable_update_mask() = edit.mask;
  auto after = before;
  after.deal = After(before.deal, edit);
  if (edit.mask.paths().empty() || dice_.Once(5)) {
    request.mutable_update_mask()->add_paths("contact_id");
    request.mutable_deal()->set_contact_id(dice_.Once(3) ? 0 : OneOf(dice_, contacts_));
    after.deal.set_contact_id(request.deal().contact_id());
    after.contact = world_.ContactOf(after.deal.contact_id());
    const bool is_other = after.deal.contact_id() != before.deal.contact_id();
    if (is_other && after.contact && after.deal.company_id() == 0) {
      after.deal.set_company_id(after.contact->company_id());
      after.company = world_.CompanyOf(after.deal.company_id());
    }
  }
  auto& writer = WriterOf(before.deal);
  const auto pipeline = world_.PipelineOf(before.deal.pipeline());
  const auto expected = writer.MayChange(before.deal)
                            ? BrokenByChange(BlanksOf(pipeline, before), BlanksOf(pipeline, after))
                            : NotResponsible();
  Expect(Send<Deal>(writer, request, deal_id), expected, deal_id);
  if (!expected.empty()) ExpectUnchanged(before, deal_id);
}

void History::UpdateContact() {
  UpdateContactRequest request;
  request.set_contact_id(OneOf(dice_, contacts_));
  const auto edit = RandomContactEdit(dice_, palette_, [this] { return world_.NewPhone(); });
  if (edit.mask.paths().empty()) return;
  *request.mutable_contact() = edit.change;
  *request.mutable_update_mask() = edit.mask;
  const auto expected = TakenAway([&](Scene& scene) {
    if (!scene.contact || scene.contact->id() != request.contact_id()) return false;
    scene.contact = After(*scene.contact, edit);
    return true;
  });
  Expect(Send<Contact>(AnyWriter(), request, 0), expected, 0);
}

void History::UpdateCompany() {
  UpdateCompanyRequest request;
  request.set_company_id(OneOf(dice_, companies_));
  const auto edit = RandomCompanyEdit(dice_, palette_);
  if (edit.mask.paths().empty()) return;
  *request.mutable_company() = edit.change;
  *request.mutable_update_mask() = edit.mask;
  const auto expected = TakenAway([&](Scene& scene) {
    if (!scene.company || scene.company->id() != request.company_id()) return false;
    scene.company = After(*scene.company, edit);
    return true;
  });
  Expect(Send<Company>(AnyWriter(), request, 0), expected, 0);
}

MoveDealRequest History::RandomMove(const Scene& scene) {
  MoveDealRequest move;
  move.set_deal_id(scene.deal.id());
  // Mostly inside the pipeline.
  const auto key = dice_.Once(4) ? OneOf(dice_, pipelines_) : scene.deal.pipeline();
  const auto pipeline = world_.PipelineOf(key);
  if (key != scene.deal.pipeline() || dice_.Once(3)) move.set_pipeline(key);
  move.set_stage(AnyStage(pipeline));
  return move;
}

Step History::StepOf(const Writer& writer, const MoveDealRequest& move, const Pipeline& from, const Pipeline& to,
                     const Deal& deal) const {
  return {.role = writer.role(),
          .from = from,
          .to = to,
          .stage = move.stage(),
          .loss_reason = move.loss_reason(),
          .has_comment = !move.comment().empty(),
          .is_responsible = deal.responsible_user_id() == writer.user_id()};
}

History::Answer History::Verdict(Writer& writer, const MoveDealRequest& move) {
  CanMoveRequest request;
  request.set_deal_id(move.deal_id());
  request.set_stage(move.stage());
  request.set_pipeline(move.pipeline());
  Answer answer;
  try {
    const auto response = writer.client().Call<CanMoveResponse>(request);
    for (const auto& violation : response.verdicts(0).violations()) {
      answer.reasons.insert(Reason(violation.reason(), violation.field()));
    }
  } catch (const client::CallFailed& failure) {
    answer.failure = failure;
    answer.reasons = ReasonsOf(failure);
  }
  return answer;
}

void History::Move() {
  const auto before = world_.SceneOf(AnyDeal());
  const auto deal_id = before.deal.id();
  const auto move = RandomMove(before);
  auto& writer = WriterOf(before.deal);
  const auto verdict = Verdict(writer, move);
  const auto from = world_.PipelineOf(before.deal.pipeline());
  const auto to = move.pipeline().empty() ? from : world_.PipelineOf(move.pipeline());
  const bool stays = to.key() == from.key() && move.stage() == before.deal.stage();
  const auto expected =
      writer.MayChange(before.deal) ? BrokenBy(StepOf(writer, move, from, to, before.deal), before) : NotResponsible();
  const auto answer = Send<Deal>(writer, move, deal_id);
  if (answer.reasons != verdict.reasons) {
    Find(fmt::format("CanMove says: {}\nMoveDeal says: {}", Joined(verdict.reasons), Joined(answer.reasons)), deal_id);
  }
  // A move to where it is has reasons of its own.
  if (!stays) Expect(answer, expected, deal_id);
  if (answer.failure) ExpectUnchanged(before, deal_id);
}

void History::MoveFilledIn() {
  const auto before = world_.SceneOf(AnyDeal());
  const auto deal_id = before.deal.id();
  auto move = RandomMove(before);
  const auto deal_edit = RandomDealEdit(dice_, palette_);
  const auto contact_edit = RandomContactEdit(dice_, palette_, [this] { return world_.NewPhone(); });
  const bool edits_contact = before.contact && !contact_edit.mask.paths().empty() && dice_.Once(2);
  if (dice_.Once(2)) {
    move.set_comment("Договорились");
    move.set_loss_comment("Договорились");
  }
  if (dice_.Once(2)) move.set_loss_reason("price");
  if (!deal_edit.mask.paths().empty()) {
    *move.mutable_deal() = deal_edit.change;
    *move.mutable_update_mask() = deal_edit.mask;
  }
  if (edits_contact) {
    *move.mutable_contact() = contact_edit.change;
    *move.mutable_contact_update_mask() = contact_edit.mask;
  }
  const auto from = world_.PipelineOf(before.deal.pipeline());
  const auto to = move.pipeline().empty() ? from : world_.PipelineOf(move.pipeline());
  if (to.key() == from.key() && move.stage() == before.deal.stage()) return;
  auto with_deal = before;
  with_deal.deal = After(before.deal, deal_edit);
  auto with_contact = before;
  if (edits_contact) with_contact.contact = After(*before.contact, contact_edit);
  auto after = with_contact;
  after.deal = with_deal.deal;
  auto& writer = WriterOf(before.deal);
  // All at once: what each edit breaks, as if the other was made before, and what the move breaks after both.
  auto expected = BrokenByChange(BlanksOf(from, with_contact), BlanksOf(from, after));
  expected.merge(BrokenByChange(BlanksOf(from, with_deal), BlanksOf(from, after)));
  expected.merge(TakenAway([&](Scene& scene) {
    const bool is_of_contact = edits_contact && scene.contact && scene.contact->id() == before.contact->id();
    if (!is_of_contact || scene.deal.id() == deal_id) return false;
    scene.contact = After(*scene.contact, contact_edit);
    return true;
  }));
  expected.merge(BrokenBy(StepOf(writer, move, from, to, before.deal), after));
  if (!writer.MayChange(before.deal)) expected = NotResponsible();
  Expect(Send<Deal>(writer, move, deal_id), expected, deal_id);
  if (!expected.empty()) ExpectUnchanged(before, deal_id);
}

void History::Tick() {
  const auto scene = world_.SceneOf(AnyDeal());
  const auto pipeline = world_.PipelineOf(scene.deal.pipeline());
  const auto stage = std::ranges::find(pipeline.stages(), scene.deal.stage(), &Stage::key);
  if (stage == pipeline.stages().end() || stage->checklist().empty()) return;
  const auto& item = stage->checklist(dice_.Throw(stage->checklist_size()));
  TickChecklistItemRequest request;
  request.set_deal_id(scene.deal.id());
  request.set_item(item.key());
  request.set_untick(dice_.Once(5));
  auto& writer = WriterOf(scene.deal);
  const bool is_of_deal = !item.has_condition() || IsTrue(item.condition(), scene);
  const Reasons expected = !writer.MayChange(scene.deal) ? NotResponsible()
                           : is_of_deal                  ? Reasons()
                                                         : Reasons{"NOT_FOR_THIS_DEAL at item"};
  Expect(Send<Deal>(writer, request, scene.deal.id()), expected, scene.deal.id());
}

void History::NoteActivity() {
  const auto scene = world_.SceneOf(AnyDeal());
  CreateActivityRequest request;
  auto& activity = *request.mutable_activity();
  activity.set_deal_id(scene.deal.id());
  activity.set_kind(Activity::KIND_CALL);
  activity.set_direction(dice_.Once(3) ? Activity::DIRECTION_INCOMING : Activity::DIRECTION_OUTGOING);
  activity.set_reached(dice_.Once(3));
  ExpectOnly(Send<Activity>(WriterOf(scene.deal), request, scene.deal.id()), {"NOT_RESPONSIBLE", "NOT_OPEN"},
             scene.deal.id());
}

void History::AskForApproval() {
  const auto scene = world_.SceneOf(AnyDeal());
  const auto move = RandomMove(scene);
  CreateApprovalRequest request;
  auto& approval = *request.mutable_approval();
  approval.set_deal_id(scene.deal.id());
  approval.set_pipeline(move.pipeline());
  approval.set_stage(move.stage());
  auto& writer = WriterOf(scene.deal);
  const auto answer = Send<Approval>(writer, request, scene.deal.id());
  ExpectOnly(answer, {"NOT_RESPONSIBLE", "APPROVAL_AWAITED", "ALREADY_IN_STAGE", "NOT_OPEN", "APPROVAL_NOT_NEEDED"},
             scene.deal.id());
  if (answer.failure) return;
  const auto from = world_.PipelineOf(scene.deal.pipeline());
  const auto to = move.pipeline().empty() ? from : world_.PipelineOf(move.pipeline());
  world_.Remember(scene.deal.id(), AgreedTo(StepOf(writer, move, from, to, scene.deal), scene));
}

void History::AnswerApproval() {
  const auto scene = world_.SceneOf(AnyDeal());
  if (scene.approvals.empty()) return;
  AnswerApprovalRequest request;
  request.set_approval_id(scene.approvals.front().id());
  request.set_state(dice_.Once(3) ? Approval::STATE_REFUSED : Approval::STATE_GIVEN);
  request.set_comment("Решено");
  // Services answer nothing.
  auto& writer = world_.writer(dice_.Throw(world_.writers() - 1));
  ExpectOnly(Send<Approval>(writer, request, scene.deal.id()), {"NOT_ASKED", "APPROVAL_ANSWERED", "APPROVAL_WITHDRAWN"},
             scene.deal.id());
}

void History::PlanTask() {
  const auto scene = world_.SceneOf(AnyDeal());
  if (!scene.has_open_task) {
    CreateTaskRequest request;
    request.mutable_task()->set_text("Позвонить");
    request.mutable_task()->set_deal_id(scene.deal.id());
    request.mutable_task()->set_assignee_user_id(world_.manager_id(0));
    *request.mutable_task()->mutable_due_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(
        process::SystemClock().NowMicros() + int64_t{86'400'000'000});
    ExpectOnly(Send<Task>(world_.admin(), request, scene.deal.id()), {}, scene.deal.id());
    return;
  }
  ListTasksRequest list;
  list.set_deal_id(scene.deal.id());
  const auto tasks = world_.admin().client().Call<ListTasksResponse>(list);
  CompleteTaskRequest request;
  request.set_task_id(tasks.tasks(0).id());
  request.set_result("Сделано");
  ExpectOnly(Send<CompleteTaskResponse>(world_.admin(), request, scene.deal.id()), {}, scene.deal.id());
}

void History::Reassign() {
  const auto scene = world_.SceneOf(AnyDeal());
  ReassignDealRequest request;
  request.set_deal_id(scene.deal.id());
  request.set_user_id(world_.manager_id(dice_.Throw(2)));
  ExpectOnly(Send<Deal>(world_.admin(), request, scene.deal.id()), {}, scene.deal.id());
}

void History::UpdatePipeline() {
  UpdatePipelineRequest request;
  const auto before = world_.PipelineOf(OneOf(dice_, pipelines_));
  *request.mutable_pipeline() = Changed(dice_, before, palette_);
  const bool is_stale = dice_.Once(5);
  request.set_etag(is_stale ? before.etag() + 1 : before.etag());
  bool loses_deals = false;
  for (const auto deal_id : deals_) {
    const auto deal = world_.SceneOf(deal_id).deal;
    const auto& stages = request.pipeline().stages();
    const bool has_stage = std::ranges::find(stages, deal.stage(), &Stage::key) != stages.end();
    loses_deals = loses_deals || (deal.pipeline() == before.key() && !has_stage);
  }
  const auto answer = Send<Pipeline>(world_.admin(), request, 0);
  const std::string said = answer.failure ? answer.failure->reason() : "";
  const std::string expected = is_stale ? "STALE_ETAG" : loses_deals ? "STAGE_IN_USE" : "";
  if (said != expected) Find(fmt::format("A configuration: {} instead of {}", said, expected), 0);
}

}  // namespace voronka::properties
