#include "crm_service/clients/merges/merge_steps.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/written_points.h"
#include "crm_service/clients/merges/merge_words.h"
#include "crm_service/clients/merges/merged_values.h"
#include "crm_service/clients/merges/merges.h"
#include "crm_service/clients/sight/merged_clients.h"
#include "crm_service/people/users/active_user.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/rpc/requests/page.h"

namespace voronka::crm {

using google::protobuf::FieldMask;
using rpc::Session;
using rpc::Violations;
using v1::Merge;

namespace {

template <class Client>
Client LockForMerge(Session& session, int64_t id) {
  using As = MergedAs<Client>;
  auto client = typename As::Table(session).FindLocked(id);
  if (!client || !As::Sees(session, id)) throw ClientAbsent(session, As::kKind, id);
  CheckMayChange(session.caller, *client);
  return *std::move(client);
}

// In order of id, so that two merges wait for each other without a deadlock.
template <class Client>
MergedClients<Client> LockPair(Session& session, int64_t survivor_id, int64_t merged_id) {
  if (survivor_id == merged_id) {
    throw rpc::Error(rpc::Code::kInvalidArgument,
                     {"SAME_CLIENT", "", {"A client cannot be merged into itself.", "Это один и тот же клиент."}});
  }
  auto first = LockForMerge<Client>(session, std::min(survivor_id, merged_id));
  auto second = LockForMerge<Client>(session, std::max(survivor_id, merged_id));
  if (first.id() != merged_id) std::swap(first, second);
  return {std::move(first), second, second};
}

// What both have, once: the survivor's first.
template <class Client>
void UnitePoints(const Client& merged, Client& survivor, Violations& violations) {
  auto points = PointsOf(survivor);
  const size_t had = points.size();
  for (auto& point : Without(PointsOf(merged), points)) points.push_back(std::move(point));
  SetPoints(points, survivor);
  int most = std::max(survivor.phones_size(), survivor.emails_size());
  if constexpr (kHasMessengers<Client>) most = std::max(most, survivor.messengers_size());
  violations.AddUnless(points.size() == had || most <= kMostPointsOfAKind, "TOO_MANY", "",
                       {"The client would have more than 20 phones, emails or messengers.",
                        "У клиента стало бы больше 20 телефонов, адресов почты или мессенджеров."});
}

// Of two times until which a client is not to be disturbed, the later one counts, unless somebody has chosen.
void UniteDoNotDisturb(const v1::Contact& merged, const FieldMask& taken, v1::Contact& survivor) {
  const bool is_chosen = std::ranges::count(taken.paths(), "do_not_disturb") > 0;
  if (is_chosen || !merged.has_do_not_disturb()) return;
  if (merged.do_not_disturb().until() > survivor.do_not_disturb().until()) {
    *survivor.mutable_do_not_disturb() = merged.do_not_disturb();
  }
}
void UniteDoNotDisturb(const v1::Company& /*merged*/, const FieldMask& /*taken*/, v1::Company& /*survivor*/) {}

template <class Client>
Merge Merged(Session& session, const MergedClients<Client>& clients, const FieldMask& taken) {
  Merge merge;
  merge.set_kind(MergedAs<Client>::kKind);
  merge.set_survivor_id(clients.after.id());
  merge.set_merged_id(clients.merged.id());
  merge.set_merged_name(CalledIn(clients.merged));
  *merge.mutable_taken() = taken;
  merge.set_user_id(session.caller.user_id);
  return merge;
}

template <class Client>
Merge MergeInto(Session& session, MergedClients<Client> clients, const FieldMask& taken, const MergeHooks& hooks) {
  using As = MergedAs<Client>;
  auto& [merged, before, after] = clients;
  Violations violations;
  TakeValues(merged, taken, after, violations);
  violations.ThrowIfAny();
  // First: what it has that is unique may be the survivor's then.
  As::TakeAway(session, merged);
  As::Check(session, before, after, violations);
  violations.ThrowIfAny();
  CheckNewResponsible(session, before.responsible_user_id(), after.responsible_user_id(), "taken", violations);
  FillGaps(merged, after);
  UniteDoNotDisturb(merged, taken, after);
  UnitePoints(merged, after, violations);
  As::GuardIn(hooks)(session, before, after, violations);
  v1::MergeRecord record;
  ClientLinks links(session, As::kKind, hooks.pass_deal);
  links.Find(merged.id(), record, violations);
  violations.ThrowIfAny(rpc::Code::kFailedPrecondition);
  after = As::Save(session, before, after);
  links.Move(merged.id(), after.id(), MergeText(merged, after), record);
  As::Keep(clients, record);
  return Merges(session).AddWith(record, Merged(session, clients, taken));
}

}  // namespace

Merge MergeContacts(Session& session, const v1::MergeContactsRequest& request, const MergeHooks& hooks) {
  return MergeInto(session, LockPair<v1::Contact>(session, request.survivor_contact_id(), request.merged_contact_id()),
                   request.taken(), hooks);
}

Merge MergeCompanies(Session& session, const v1::MergeCompaniesRequest& request, const MergeHooks& hooks) {
  return MergeInto(session, LockPair<v1::Company>(session, request.survivor_company_id(), request.merged_company_id()),
                   request.taken(), hooks);
}

v1::ListMergesResponse ListMerges(Session& session, const v1::ListMergesRequest& request) {
  const rpc::Page page(request, {std::numeric_limits<int64_t>::max()});
  const bool is_contact = request.has_contact_id();
  const int64_t id = is_contact ? request.contact_id() : request.company_id();
  if (id == 0) {
    throw rpc::Error(rpc::Code::kInvalidArgument, {"REQUIRED", "contact_id", {"Say whose.", "Укажите клиента."}});
  }
  const auto kind = is_contact ? v1::CLIENT_KIND_CONTACT : v1::CLIENT_KIND_COMPANY;
  const bool is_seen = is_contact ? Contacts(session).Has(id) && SeesContact(session, id)
                                  : Companies(session).Has(id) && SeesCompany(session, id);
  if (!is_seen) throw ClientAbsent(session, kind, id);
  v1::ListMergesResponse response;
  page.Fill(Merges(session).Into(kind, id, page), response.mutable_merges(), response.mutable_next_page_token(),
            [](const Merge& merge) { return std::vector{merge.id()}; });
  return response;
}

}  // namespace voronka::crm
