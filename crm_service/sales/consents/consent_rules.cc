#include "crm_service/sales/consents/consent_rules.h"

#include <algorithm>

namespace voronka::crm {

using options::v1::Role;
using v1::Consent;

bool GivesConsents(Role role) {
  return role == options::v1::ROLE_HEAD_OF_SALES || role == options::v1::ROLE_DIRECTOR ||
         role == options::v1::ROLE_ADMIN;
}

// The numbers of the roles rise with what they may do, up to the admin's.
bool MayGive(Role asked, Role role) { return GivesConsents(role) && role >= asked; }

const Consent* LatestFor(std::span<const Consent> consents, const std::string& pipeline, const std::string& stage,
                         Role asked) {
  const auto found = std::ranges::find_if(consents, [&](const Consent& consent) {
    return consent.pipeline() == pipeline && consent.stage() == stage && consent.role() >= asked &&
           consent.state() != Consent::STATE_WITHDRAWN;
  });
  return found == consents.end() ? nullptr : &*found;
}

}  // namespace voronka::crm
