#include "crm_service/clients/shared_points/shared_point_steps.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "crm_service/clients/contacts/contact_rules.h"
#include "crm_service/clients/contacts/contacts.h"
#include "crm_service/clients/shared_points/shared_points.h"
#include "crm_service/clients/sight/seen_clients.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

using rpc::Session;
using v1::SharedPoint;

namespace {

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

// Of the contact. A typed phone recognises nobody anyway.
template <class Request>
ContactPoint RequirePoint(const v1::Contact& contact, const Request& request) {
  const auto point = AskedPoint(request);
  const auto points = PointsOf(contact);
  if (point && std::ranges::find(points, *point) != points.end()) return *point;
  throw rpc::Error(rpc::Code::kInvalidArgument,
                   {"UNKNOWN_POINT",
                    request.has_email() ? "email" : "phone",
                    {"The contact has no such phone or email.", "У контакта нет такого телефона или почты."}});
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
  const auto contact = LockForMark(session, request.contact_id());
  const auto point = RequirePoint(contact, request);
  SharedPoints marks(session);
  if (!marks.Find(point)) return {};
  if (marks.Unmark(point, contact.id())) return {};
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

}  // namespace voronka::crm
