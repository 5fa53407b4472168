#include "tests/system/history/sample.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "crm_service/log/events/resource_change.h"
#include "tests/system/history/event_index.h"
#include "tests/system/requests.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::Inquiry;
using crm::v1::ResourceChange;
using crm::v1::Task;
using crm::v1::TimelineEntry;
using google::protobuf::util::TimeUtil;
using notifier::v1::Notification;

constexpr char kOffers[] = "voronka.crm.v1.DealOfferService.";
constexpr char kMoves[] = "voronka.crm.v1.DealService.MoveDeal";
constexpr char kSubmits[] = "voronka.crm.v1.InquiryService.SubmitInquiry";
constexpr char kTasks[] = "voronka.crm.v1.TaskService.CreateTask";
constexpr char kNotes[] = "voronka.crm.v1.TimelineService.AddNote";

// Writes the history as it happens.
class Chronicle {
 public:
  void Submit(double at, const std::string& request_id, int64_t deal_id) {
    Deal deal;
    deal.set_id(deal_id);
    deal.set_pipeline(kPipeline);
    deal.set_stage(kFirstStage);
    deal.set_state(Deal::STATE_OPEN);
    Inquiry inquiry;
    inquiry.set_id(deal_id);
    inquiry.set_deal_id(deal_id);
    inquiry.set_outcome(Inquiry::OUTCOME_NEW_CLIENT);
    auto& received = *Tell(at, {0, "intake"}, {kSubmits, request_id}).mutable_change();
    received = crm::ChangeOf(nullptr, inquiry);
    received.mutable_subject()->PackFrom(deal);
    Change(at, {0, "intake"}, {kSubmits, request_id}, ResourceChange::KIND_CREATED, deal);
    history_.inquiries.push_back({kAccount, inquiry});
    Enter(deal_id, TimelineEntry::KIND_INQUIRY);
    Answer(at, "service:intake", kSubmits, request_id, inquiry);
  }

  void Offer(double at, int64_t deal_id, int64_t user_id, double deadline) {
    Deal deal = deals_.at(deal_id);
    deal.set_responsible_user_id(user_id);
    deal.set_offer_attempt(deal.offer_attempt() + 1);
    const bool for_good = deadline == 0;
    if (!for_good) *deal.mutable_offer_deadline() = TimestampOf(At(deadline));
    Distribute(at, "OfferDeal", ResourceChange::KIND_OFFERED, deal);
    Notify(at, user_id, for_good ? Notification::KIND_DEAL_ESCALATED : Notification::KIND_OFFER, deal_id, 0, at);
  }

  void Reclaim(double at, int64_t deal_id) {
    Deal deal = deals_.at(deal_id);
    const int64_t loser = deal.responsible_user_id();
    deal.set_responsible_user_id(0);
    deal.clear_offer_deadline();
    Distribute(at, "ReclaimDeal", ResourceChange::KIND_RECLAIMED, deal);
    Notify(at, loser, Notification::KIND_OFFER_LOST, deal_id, 0, at);
  }

  void Move(double at, const std::string& request_id, int64_t deal_id) {
    Deal deal = deals_.at(deal_id);
    deal.set_stage(kAccepted);
    deal.clear_offer_deadline();
    Change(at, {kManager, ""}, {kMoves, request_id}, ResourceChange::KIND_MOVED, deal);
    Answer(at, fmt::format("user:{}", kManager), kMoves, request_id, deals_.at(deal_id));
  }

  void SetTask(double at, const std::string& request_id, double due, int reminder_seconds) {
    Task task;
    task.set_id(1);
    task.set_deal_id(1);
    task.set_assignee_user_id(kManager);
    task.set_state(Task::STATE_OPEN);
    *task.mutable_due_time() = TimestampOf(At(due));
    *task.mutable_reminders()->add_before() = TimeUtil::SecondsToDuration(reminder_seconds);
    *Tell(at, {kManager, ""}, {kTasks, request_id}).mutable_change() = crm::ChangeOf(nullptr, task);
    history_.tasks.push_back({kAccount, task});
    Enter(task.deal_id(), TimelineEntry::KIND_TASK_CREATED);
    Answer(at, fmt::format("user:{}", kManager), kTasks, request_id, task);
  }

  void Remind(double at, Notification::Kind kind) { Notify(at, kManager, kind, 1, 1, at); }

  void AddNote(double at, const std::string& request_id, const std::string& text) {
    TimelineEntry note;
    note.set_kind(TimelineEntry::KIND_NOTE);
    note.set_text(text);
    history_.timeline.push_back({kAccount, note});
    Answer(at, fmt::format("user:{}", kManager), kNotes, request_id, note);
    crm::v1::AddNoteRequest request;
    request.set_text(text);
    history_.operations.back().request = request.SerializeAsString();
  }

  History Close() {
    for (const auto& [id, deal] : deals_) Keep(deal);
    history_.watches.push_back(Streamed("watch", LogOf(history_.events), 0));
    history_.subscriptions.push_back(Streamed("manager", history_.notices, kManager));
    return std::move(history_);
  }

 private:
  struct Actor {
    int64_t user_id;
    std::string service;
  };
  struct Deed {
    std::string method;
    std::string request_id;
  };

  Event& Tell(double at, const Actor& actor, const Deed& deed) {
    Event& event = history_.events.emplace_back();
    event.set_partition(kAccount);
    event.set_offset(static_cast<int64_t>(history_.events.size()));
    event.set_account_id(kAccount);
    *event.mutable_create_time() = TimestampOf(At(at));
    event.set_actor_user_id(actor.user_id);
    event.set_actor_service(actor.service);
    event.set_request_id(deed.request_id);
    event.set_cause(deed.method);
    return event;
  }

  void Change(double at, const Actor& actor, const Deed& deed, ResourceChange::Kind kind, Deal after) {
    const auto before = deals_.find(after.id());
    after.set_etag(after.etag() + 1);
    if (kind != ResourceChange::KIND_UPDATED) after.set_epoch(after.epoch() + 1);
    *after.mutable_update_time() = TimestampOf(At(at));
    auto& change = *Tell(at, actor, deed).mutable_change();
    change = crm::ChangeOf(before == deals_.end() ? nullptr : &before->second, after);
    change.set_kind(kind);
    if (kind == ResourceChange::KIND_CREATED || kind == ResourceChange::KIND_MOVED) Visit(after);
    deals_[after.id()] = after;
    Enter(after.id(), ToldAs(kind, after));
  }

  void Distribute(double at, const std::string& method, ResourceChange::Kind kind, const Deal& after) {
    const std::string request_id = fmt::format("{}/{}/{}", method, after.id(), after.offer_attempt());
    Change(at, {0, "distribution"}, {kOffers + method, request_id}, kind, after);
  }

  static TimelineEntry::Kind ToldAs(ResourceChange::Kind kind, const Deal& after) {
    switch (kind) {
      case ResourceChange::KIND_CREATED:
        return TimelineEntry::KIND_DEAL_CREATED;
      case ResourceChange::KIND_MOVED:
        return TimelineEntry::KIND_STAGE_CHANGED;
      case ResourceChange::KIND_RECLAIMED:
        return TimelineEntry::KIND_OFFER_RECLAIMED;
      default:
        return after.has_offer_deadline() ? TimelineEntry::KIND_OFFERED : TimelineEntry::KIND_REASSIGNED;
    }
  }

  void Enter(int64_t deal_id, TimelineEntry::Kind kind) {
    TimelineEntry entry;
    entry.set_deal_id(deal_id);
    entry.set_kind(kind);
    history_.timeline.push_back({kAccount, entry});
  }

  void Visit(const Deal& deal) {
    crm::v1::StageVisit visit;
    visit.set_id(deal.etag());
    visit.set_deal_id(deal.id());
    visit.set_pipeline(deal.pipeline());
    visit.set_stage(deal.stage());
    visit.set_responsible_user_id(deal.responsible_user_id());
    history_.visits.push_back({kAccount, visit});
  }

  void Answer(double at, const std::string& caller, const std::string& method, const std::string& request_id,
              const google::protobuf::Message& answer) {
    history_.operations.push_back({.account_id = kAccount,
                                   .caller = caller,
                                   .method = method,
                                   .request_id = request_id,
                                   .request = {},
                                   .begin = At(at - 0.1),
                                   .end = At(at + 0.1),
                                   .outcome = Operation::Outcome::kAcknowledged,
                                   .answers = {answer.SerializeAsString()},
                                   .attempts = 1});
    history_.request_keys.push_back({kAccount, caller, method, request_id, answer.SerializeAsString()});
  }

  void Notify(double at, int64_t user_id, Notification::Kind kind, int64_t deal_id, int64_t task_id, double due) {
    Notification told;
    told.set_id(static_cast<int64_t>(history_.inbox.size()) + 1);
    told.set_kind(kind);
    told.set_deal_id(deal_id);
    told.set_task_id(task_id);
    *told.mutable_due_time() = TimestampOf(At(due));
    history_.inbox.push_back({kAccount, user_id, told});
    history_.notices.push_back({.partition = kAccount,
                                .offset = static_cast<int64_t>(history_.notices.size()) + 1,
                                .account_id = kAccount,
                                .topic = user_id,
                                .create_time = At(at),
                                .payload = told.SerializeAsString()});
  }

  void Keep(const Deal& deal) {
    history_.deals.push_back({kAccount, deal});
    crm::v1::StageTotal total;
    total.set_pipeline(deal.pipeline());
    total.set_stage(deal.stage());
    total.set_responsible_user_id(deal.responsible_user_id());
    total.set_deals(1);
    history_.totals.push_back({kAccount, total});
  }

  // In two sessions, with a bookmark at the end of each.
  static StreamRecord Streamed(const std::string& subscriber, const Log& log, int64_t topic) {
    StreamRecord stream{.subscriber = subscriber, .account_id = kAccount, .topic = topic};
    stream.sessions.push_back({.from = {{kAccount, 0}}});
    for (const auto& entry : log) {
      if (topic != 0 && entry.topic != topic) continue;
      auto* session = &stream.sessions.back();
      const Moment arrived = entry.create_time + std::chrono::milliseconds(5);
      session->deliveries.push_back({arrived, {{kAccount, entry.offset}}, entry.payload});
      if (session->deliveries.size() != 2 || stream.sessions.size() != 1) continue;
      session->deliveries.push_back({arrived, {{kAccount, entry.offset}}, std::nullopt});
      stream.sessions.push_back({.from = {{kAccount, entry.offset}}});
    }
    const int64_t head = log.back().offset;
    stream.sessions.back().deliveries.push_back({log.back().create_time, {{kAccount, head}}, std::nullopt});
    return stream;
  }

  History history_;
  std::map<int64_t, Deal> deals_;
};

}  // namespace

Moment At(double seconds) {
  return Moment(std::chrono::microseconds(1'700'000'000'000'000 + std::llround(seconds * 1e6)));
}

History Sample() {
  Chronicle chronicle;
  chronicle.Submit(0, "submit-1", 1);
  chronicle.Offer(1, 1, kManager, 10);
  chronicle.Move(2, "move", 1);
  chronicle.SetTask(3, "task", 8, 2);
  chronicle.AddNote(4, "note", "Перезвонить");
  chronicle.Submit(5, "submit-2", 2);
  chronicle.Offer(6, 2, kManager, 9);
  chronicle.Remind(6, Notification::KIND_TASK_REMINDER);
  chronicle.Remind(8, Notification::KIND_TASK_OVERDUE);
  chronicle.Reclaim(9, 2);
  chronicle.Offer(10, 2, kOther, 0);
  return chronicle.Close();
}

Event& EventAt(History& history, int64_t offset) { return history.events.at(offset - 1); }

}  // namespace voronka::testing
