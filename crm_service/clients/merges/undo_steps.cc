#include "crm_service/clients/merges/undo_steps.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/merges/merge_words.h"
#include "crm_service/clients/merges/merged_values.h"
#include "crm_service/clients/merges/merges.h"
#include "crm_service/clients/sight/merged_clients.h"
#include "foundation/rpc/calls/table.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using v1::Merge;
using v1::UndoMergeResponse;

namespace {

using Points = std::vector<ContactPoint>;

// Nobody sees the merge who does not see its survivor, or whom that one became.
template <class Client>
void RequireSeenMerge(Session& session, const Merge& merge, bool is_survivor_there) {
  using As = MergedAs<Client>;
  const int64_t client = is_survivor_there ? merge.survivor_id() : SurvivorOf(session, As::kKind, merge.survivor_id());
  if (!As::Sees(session, client)) throw rpc::NotFound("merge", merge.id());
}

void CheckCanUndo(Session& session, const Merge& merge, bool is_survivor_there) {
  rpc::Violations violations;
  rpc::Error::Metadata metadata;
  violations.AddUnless(!merge.has_undo_time(), "ALREADY_UNDONE", "merge_id",
                       {"The merge has been undone.", "Объединение уже отменено."});
  if (!is_survivor_there) {
    violations.Add("SURVIVOR_MERGED", "merge_id",
                   {"The client has been merged into another one since. Undo that first.",
                    "Этого клиента потом объединили с другим. Сначала отмените то объединение."});
    if (const auto later = Merges(session).Of(merge.kind(), merge.survivor_id())) {
      metadata.emplace("merge_id", std::to_string(later->id()));
    }
  }
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition, std::move(metadata));
}

// A value of a unique field that goes back may be somebody else's by now. Nothing is wrong with the request.
template <class Write>
void AsPrecondition(const Write& write) {
  try {
    write();
  } catch (const rpc::Error& error) {
    if (error.reason() != "FIELD_VALUE_TAKEN") throw;
    throw rpc::Error(rpc::Code::kFailedPrecondition, error.violations(), error.metadata());
  }
}

template <class Client>
Points ThoseBothMayHave(Session& session, const Points& points) {
  Points both;
  std::ranges::copy_if(points, std::back_inserter(both),
                       [&](const ContactPoint& point) { return MergedAs<Client>::MayBothHave(session, point); });
  return both;
}

// Takes from the survivor the points that came with the merge and are still there. Returns those that the merged client
// has again.
template <class Client>
Points TakePointsBack(Session& session, const MergedClients<Client>& kept, Client& survivor) {
  const auto present = PointsOf(survivor);
  const auto came = Common(present, Without(PointsOf(kept.after), PointsOf(kept.before)));
  SetPoints(Without(present, came), survivor);
  const auto merged = PointsOf(kept.merged);
  auto back = ThoseBothMayHave<Client>(session, Common(merged, PointsOf(kept.before)));
  back.insert(back.end(), came.begin(), came.end());
  return Common(merged, back);
}

// What it belongs to may have been merged meanwhile.
void FollowMerges(Session& session, v1::Contact& contact) {
  if (contact.company_id() == 0 || rpc::Table<v1::Company>(session).Has(contact.company_id())) return;
  contact.set_company_id(SurvivorOf(session, v1::CLIENT_KIND_COMPANY, contact.company_id()));
}
void FollowMerges(Session& /*session*/, v1::Company& /*company*/) {}

void NameChangedFields(const std::vector<std::string>& fields, UndoMergeResponse& response) {
  for (const auto& field : fields) {
    auto& stayed = *response.add_stayed();
    stayed.set_reason(v1::StayedLink::REASON_CHANGED_FIELD);
    stayed.set_field(field);
  }
}

// Of the merged client, what is somebody else's by now, or gone.
template <class Client>
void NameLostPoints(const Client& former, const Client& restored, UndoMergeResponse& response) {
  std::vector<std::string> fields;
  if (restored.phones_size() != former.phones_size()) fields.emplace_back("phones");
  if (restored.emails_size() != former.emails_size()) fields.emplace_back("emails");
  if constexpr (kHasMessengers<Client>) {
    if (restored.messengers_size() != former.messengers_size()) fields.emplace_back("messengers");
  }
  NameChangedFields(fields, response);
}

Merge SaveUndone(Session& session, const Merge& before) {
  Merge after = before;
  *after.mutable_undo_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(session.Now());
  after.set_undo_user_id(session.caller.user_id);
  return Merges(session).Save(before, std::move(after));
}

template <class Client>
UndoMergeResponse Undo(Session& session, const Merge& merge, const MergeHooks& hooks) {
  using As = MergedAs<Client>;
  const auto survivor = typename As::Table(session).FindLocked(merge.survivor_id());
  RequireSeenMerge<Client>(session, merge, survivor.has_value());
  CheckCanUndo(session, merge, survivor.has_value());
  const auto record = Merges(session).RecordOf(merge.id());
  const auto kept = As::KeptIn(record);
  CheckMayChange(session.caller, *survivor);
  CheckMayChange(session.caller, kept.merged);

  UndoMergeResponse response;
  auto after = *survivor;
  NameChangedFields(PutValuesBack(kept.before, kept.after, after), response);
  FollowMerges(session, after);
  auto restored = kept.merged;
  SetPoints(TakePointsBack(session, kept, after), restored);
  FollowMerges(session, restored);
  NameLostPoints(kept.merged, restored, response);

  AsPrecondition([&] {
    As::Save(session, *survivor, after);
    As::PutBack(session, restored);
  });
  ClientLinks(session, As::kKind, hooks.pass_deal).MoveBack(merge, record, MergeText(after, restored), response);
  // Last: it is about the deals that stay with the survivor.
  rpc::Violations violations;
  As::GuardIn(hooks)(session, *survivor, after, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
  *response.mutable_merge() = SaveUndone(session, merge);
  return response;
}

}  // namespace

UndoMergeResponse UndoMerge(Session& session, const v1::UndoMergeRequest& request, const MergeHooks& hooks) {
  const auto merge = Merges(session).Lock(request.merge_id());
  return merge.kind() == v1::CLIENT_KIND_CONTACT ? Undo<v1::Contact>(session, merge, hooks)
                                                 : Undo<v1::Company>(session, merge, hooks);
}

}  // namespace voronka::crm
