#pragma once

#include "tests/support/changes.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::notifier {

// In account 1. `deal`: after the inquiry was added to it, or has created it.
inline crm::v1::Event InquiryTo(const crm::v1::Deal& deal, const crm::v1::Inquiry& inquiry) {
  auto event = testing::Created(1, inquiry);
  event.mutable_change()->mutable_subject()->PackFrom(deal);
  return event;
}

}  // namespace voronka::notifier
