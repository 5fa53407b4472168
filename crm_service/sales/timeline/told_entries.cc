#include "crm_service/sales/timeline/told_entries.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "crm_service/clients/sight/told_clients.h"
#include "crm_service/sales/sight/seen_deals.h"
#include "crm_service/sales/timeline/listed_fields.h"
#include "crm_service/sales/timeline/noted_files.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/activity.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::crm {

using rpc::Session;
using v1::TimelineEntry;

namespace {

void AddInquiries(Session& session, std::vector<TimelineEntry>& entries) {
  std::unordered_map<int64_t, TimelineEntry*> by_inquiry;
  std::vector<int64_t> ids;
  std::vector<v1::Inquiry*> added;
  for (auto& entry : entries) {
    by_inquiry.emplace(entry.inquiry_id(), &entry);
    ids.push_back(entry.inquiry_id());
  }
  for (auto& inquiry : storage::SelectByIds<v1::Inquiry>(
           session.db, "SELECT {columns} FROM inquiries WHERE account_id = ? AND id IN ({ids})", {session.account_id()},
           ids)) {
    auto& told = *by_inquiry.at(inquiry.id())->mutable_inquiry();
    told = std::move(inquiry);
    added.push_back(&told);
  }
  HideUnseenClients(session, added);
}

void AddTaskTexts(Session& session, std::vector<TimelineEntry>& entries) {
  std::vector<int64_t> ids;
  for (const auto& entry : entries) ids.push_back(entry.task_id());
  std::unordered_map<int64_t, std::string> texts;
  for (auto& task :
       storage::SelectByIds<v1::Task>(session.db, "SELECT {columns} FROM tasks WHERE account_id = ? AND id IN ({ids})",
                                      {session.account_id()}, ids)) {
    texts.emplace(task.id(), std::move(*task.mutable_text()));
  }
  for (auto& entry : entries) {
    if (const auto found = texts.find(entry.task_id()); found != texts.end()) entry.set_task_text(found->second);
  }
}

// To the entry that says that it was noted. Corrections have what they changed.
void AddActivities(Session& session, std::vector<TimelineEntry>& entries) {
  std::unordered_map<int64_t, TimelineEntry*> by_activity;
  std::vector<int64_t> ids;
  for (auto& entry : entries) {
    if (entry.kind() != TimelineEntry::KIND_ACTIVITY) continue;
    by_activity.emplace(entry.activity_id(), &entry);
    ids.push_back(entry.activity_id());
  }
  for (auto& activity : storage::SelectByIds<v1::Activity>(
           session.db, "SELECT {columns} FROM activities WHERE account_id = ? AND id IN ({ids})",
           {session.account_id()}, ids)) {
    *by_activity.at(activity.id())->mutable_activity() = std::move(activity);
  }
}

// Of a linked deal that the reader does not see, an entry says no more than that it was made.
void HideNamesOfUnseen(Session& session, std::vector<TimelineEntry>& entries) {
  std::vector<int64_t> ids;
  for (const auto& entry : entries) {
    if (entry.linked_deal_id() != 0) ids.push_back(entry.linked_deal_id());
  }
  if (ids.empty()) return;
  const auto unseen = UnseenAmong(session, ids);
  for (auto& entry : entries) {
    if (unseen.contains(entry.linked_deal_id())) entry.clear_text();
  }
}

}  // namespace

void TellWhole(Session& session, std::vector<TimelineEntry>& entries) {
  AddInquiries(session, entries);
  AddTaskTexts(session, entries);
  AddActivities(session, entries);
  TellFilesOfNotes(session, entries);
  HideNamesOfUnseen(session, entries);
  for (auto& entry : entries) ReadListedFields(entry);
}

}  // namespace voronka::crm
