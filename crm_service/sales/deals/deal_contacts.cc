#include "crm_service/sales/deals/deal_contacts.h"

#include <algorithm>
#include <utility>

#include "crm_service/clients/sight/held_clients.h"

namespace voronka::crm {

using v1::Deal;
using v1::DealContact;

std::vector<DealContact> DealContacts::Of(int64_t deal_id) {
  return session_.db.Select<DealContact>(
      "SELECT {columns} FROM deal_contacts WHERE account_id = ? AND deal_id = ? ORDER BY id", account_id_, deal_id);
}

void DealContacts::Copy(int64_t from_deal_id, int64_t to_deal_id) {
  for (const auto& known : Of(from_deal_id)) {
    DealContact copy;
    copy.set_deal_id(to_deal_id);
    copy.set_contact_id(known.contact_id());
    copy.set_role(known.role());
    HoldContact(session_, known.contact_id());
    Add(std::move(copy));
  }
}

void DealContacts::KeepMainApart(const Deal& before, const Deal& after) {
  if (after.contact_id() == before.contact_id() || after.contact_id() == 0) return;
  const auto others = Of(after.id());
  const auto main = std::ranges::find(others, after.contact_id(), &DealContact::contact_id);
  if (main == others.end()) return;
  Remove(*main);
  if (before.contact_id() == 0) return;
  DealContact former;
  former.set_deal_id(after.id());
  former.set_contact_id(before.contact_id());
  HoldContact(session_, before.contact_id());
  Add(std::move(former));
}

}  // namespace voronka::crm
