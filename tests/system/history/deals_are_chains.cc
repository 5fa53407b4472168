#include <google/protobuf/util/message_differencer.h>

#include <map>

#include "event_consumer/change.h"
#include "tests/system/history/event_index.h"
#include "tests/system/history/naming.h"
#include "tests/system/history/rules.h"

namespace voronka::testing {
namespace {

using crm::v1::Deal;
using crm::v1::Event;
using crm::v1::ResourceChange;
using google::protobuf::util::MessageDifferencer;

bool OwnershipChanged(const Deal& before, const Deal& after) {
  return before.pipeline() != after.pipeline() || before.stage() != after.stage() ||
         before.responsible_user_id() != after.responsible_user_id() ||
         before.has_offer_deadline() != after.has_offer_deadline() ||
         !MessageDifferencer::Equals(before.offer_deadline(), after.offer_deadline());
}

void CheckBegin(const Event& event, Findings& findings) {
  const auto change = events::ReadChange<Deal>(event);
  if (change.HasBefore() || change.kind != ResourceChange::KIND_CREATED || change.after.epoch() != 1 ||
      change.after.etag() != 1) {
    findings.Add("deal {} of account {} does not begin with {}", change.after.id(), event.account_id(), NameOf(event));
  }
}

void CheckLink(const Event& previous, const Event& event, Findings& findings) {
  const auto ended = events::Unpacked<Deal>(previous.change().after());
  const auto change = events::ReadChange<Deal>(event);
  const Deal& before = change.before;
  const Deal& after = change.after;
  if (!MessageDifferencer::Equals(ended, before)) {
    findings.Add("deal {} of account {}: {} does not begin where {} ended: {} / {}", after.id(), event.account_id(),
                 NameOf(event), NameOf(previous), before.ShortDebugString(), ended.ShortDebugString());
  }
  if (after.etag() != before.etag() + 1)
    findings.Add("{}: etag {} after {}", NameOf(event), after.etag(), before.etag());
  const int64_t epoch = before.epoch() + (OwnershipChanged(before, after) ? 1 : 0);
  if (after.epoch() != epoch) findings.Add("{}: epoch {} where {} was to come", NameOf(event), after.epoch(), epoch);
}

void CheckChain(const Events& chain, Findings& findings) {
  CheckBegin(*chain.front(), findings);
  for (size_t i = 1; i < chain.size(); ++i) CheckLink(*chain[i - 1], *chain[i], findings);
}

}  // namespace

void DealsAreChains(const History& history, Findings& findings) {
  for (const auto& [key, chain] : ChangesOfDeals(history)) CheckChain(chain, findings);
}

}  // namespace voronka::testing
