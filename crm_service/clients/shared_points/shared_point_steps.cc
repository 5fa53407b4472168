#include "crm_service/clients/shared_points/shared_point_steps.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crm_service/clients/contacts/contact_points.h"
#include "crm_service/clients/contacts/contact_rules.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/shared_points/shared_points.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/select_by_ids.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

using rpc::Session;
using v1::SharedPoint;

namespace {

constexpr int kMostMarks = 100;
constexpr int kMostHolders = 20;

// Locks the contact, and checks that the caller may change it.
v1::Contact LockForMark(Session& session, int64_t contact_id) {
  auto contact = Contacts(session).Lock(contact_id);
  if (!SeesContact(session, contact_id)) throw rpc::NotFound("contact", contact_id);
  CheckMayChange(session.caller, contact);
  return contact;
}

template <class Request>
std::optional<ContactPoint> AskedPoint(const Request& request) {
  return request.has_email() ? EmailPoint(request.email()) : PhonePoint(request.phone());
}

template <class Request>
[[noreturn]] void ThrowUnknownPoint(const Request& request) {
  throw rpc::Error(rpc::Code::kInvalidArgument,
                   {"UNKNOWN_POINT",
                    request.has_email() ? "email" : "phone",
                    {"The contact has no such phone or email.", "У контакта нет такого телефона или почты."}});
}

// Of the contact. A typed phone recognises nobody anyway.
template <class Request>
ContactPoint RequirePoint(const v1::Contact& contact, const Request& request) {
  const auto point = AskedPoint(request);
  const auto points = PointsOf(contact);
  if (!point || std::ranges::find(points, *point) == points.end()) ThrowUnknownPoint(request);
  return *point;
}

// Whose mark is taken away: the contact's, who is locked, or that of one that nobody has.
ContactPoint PointToUnmark(Session& session, const v1::UnmarkSharedPointRequest& request) {
  if (request.contact_id() != 0) return RequirePoint(LockForMark(session, request.contact_id()), request);
  const auto point = AskedPoint(request);
  if (!point) ThrowUnknownPoint(request);
  return *point;
}

ContactPoint MarkedBy(const SharedPoint& mark) {
  return mark.email().empty() ? ContactPoint{ContactPoint::kPhone, mark.phone()}
                              : ContactPoint{ContactPoint::kEmail, mark.email()};
}

using HolderNames = std::map<int64_t, std::string>;

// Of those whom the caller sees.
HolderNames NamesOfSeen(Session& session, const std::vector<int64_t>& ids) {
  HolderNames names;
  for (auto& contact : storage::SelectByIds<v1::Contact>(
           session.db, "SELECT id, name FROM contacts WHERE account_id = ? AND id IN ({ids})", {session.account_id()},
           ids)) {
    names.emplace(contact.id(), std::move(*contact.mutable_name()));
  }
  for (const int64_t unseen : SeenClients(session, v1::ENTITY_CONTACT).UnseenAmong(session.db, ids)) {
    names.erase(unseen);
  }
  return names;
}

v1::MarkedPoint Described(SharedPoint mark, const std::vector<int64_t>& holders, const HolderNames& names) {
  v1::MarkedPoint described;
  *described.mutable_shared_point() = std::move(mark);
  described.set_has_several(holders.size() > 1);
  for (const int64_t id : holders) {
    const auto name = names.find(id);
    if (name == names.end() || described.holders_size() == kMostHolders) continue;
    auto& holder = *described.add_holders();
    holder.set_contact_id(id);
    holder.set_name(name->second);
  }
  return described;
}

}  // namespace

SharedPoint MarkSharedPoint(Session& session, const v1::MarkSharedPointRequest& request) {
  const auto contact = LockForMark(session, request.contact_id());
  const auto point = RequirePoint(contact, request);
  SharedPoints marks(session);
  if (auto known = marks.Find(point)) return *std::move(known);
  marks.Mark(point);
  return *marks.Find(point);
}

google::protobuf::Empty UnmarkSharedPoint(Session& session, const v1::UnmarkSharedPointRequest& request) {
  const auto point = PointToUnmark(session, request);
  SharedPoints marks(session);
  if (!marks.Find(point)) return {};
  if (marks.Unmark(point, request.contact_id())) return {};
  throw rpc::Error(rpc::Code::kFailedPrecondition, {"POINT_HAS_OTHERS",
                                                    request.has_email() ? "email" : "phone",
                                                    {"Other contacts have it, too.", "Он есть и у других контактов."}});
}

v1::ListSharedPointsResponse ListSharedPoints(Session& session, const v1::ListSharedPointsRequest& request) {
  if (!Contacts(session).Has(request.contact_id()) || !SeesContact(session, request.contact_id())) {
    throw rpc::NotFound("contact", request.contact_id());
  }
  v1::ListSharedPointsResponse response;
  for (auto& point : SharedPoints(session).Of(request.contact_id())) *response.add_shared_points() = std::move(point);
  return response;
}

v1::ListMarkedPointsResponse ListMarkedPoints(Session& session, const v1::ListMarkedPointsRequest& /*request*/) {
  auto marks = SharedPoints(session).Latest(kMostMarks);
  std::vector<std::vector<int64_t>> holders;
  std::vector<int64_t> ids;
  for (const auto& mark : marks) {
    holders.push_back(ContactPoints(session).HoldersOf(MarkedBy(mark)));
    ids.insert(ids.end(), holders.back().begin(), holders.back().end());
  }
  const auto names = NamesOfSeen(session, ids);
  v1::ListMarkedPointsResponse response;
  for (size_t i = 0; i < marks.size(); ++i) {
    auto described = Described(std::move(marks[i]), holders[i], names);
    const bool is_hidden = !holders[i].empty() && described.holders().empty();
    if (!is_hidden) *response.add_marked_points() = std::move(described);
  }
  return response;
}

}  // namespace voronka::crm
