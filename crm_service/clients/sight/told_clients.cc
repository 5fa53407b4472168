#include "crm_service/clients/sight/told_clients.h"

#include <cstdint>

namespace voronka::crm {
namespace {

// Of most inquiries, none.
std::vector<int64_t> OtherClientsIn(const std::vector<v1::Inquiry*>& inquiries) {
  std::vector<int64_t> ids;
  for (const auto* inquiry : inquiries) {
    for (const auto& other : inquiry->other_clients().clients()) ids.push_back(other.contact_id());
  }
  return ids;
}

}  // namespace

void HideUnseenClients(storage::Connection& db, const SeenClients& contacts,
                       const std::vector<v1::Inquiry*>& inquiries) {
  const auto ids = OtherClientsIn(inquiries);
  if (ids.empty()) return;
  const auto unseen = contacts.UnseenAmong(db, ids);
  if (unseen.empty()) return;
  for (auto* inquiry : inquiries) {
    if (!inquiry->has_other_clients()) continue;
    for (auto& other : *inquiry->mutable_other_clients()->mutable_clients()) {
      if (unseen.contains(other.contact_id())) other.clear_name();
    }
  }
}

void HideUnseenClients(rpc::Session& session, const std::vector<v1::Inquiry*>& inquiries) {
  if (OtherClientsIn(inquiries).empty()) return;
  HideUnseenClients(session.db, SeenClients(session, v1::ENTITY_CONTACT), inquiries);
}

}  // namespace voronka::crm
