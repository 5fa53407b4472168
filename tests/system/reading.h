#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "client/client.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/timeline.pb.h"
#include "voronka/distribution/v1/offer.pb.h"
#include "voronka/notifier/v1/notification.pb.h"

// Reads lists of the services to the last page.
namespace voronka::testing {

crm::v1::Deal DealOf(client::Client& reader, int64_t deal_id);

// On a stage of `first_sales`; only one user's or, with 0, unowned ones.
std::vector<crm::v1::Deal> DealsOn(client::Client& reader, const std::string& stage,
                                   std::optional<int64_t> responsible_user_id = std::nullopt);

// Oldest first.
std::vector<crm::v1::TimelineEntry> TimelineOf(client::Client& reader, int64_t deal_id);
std::vector<crm::v1::TimelineEntry> TimelineOf(client::Client& reader, int64_t deal_id,
                                               crm::v1::TimelineEntry::Kind kind);

// The caller's inbox, newest first.
std::vector<notifier::v1::Notification> InboxOf(client::Client& owner);

// Newest first; for every deal if 0.
std::vector<distribution::v1::Offer> OffersOf(client::Client& reader, int64_t deal_id = 0);
// Oldest first.
std::vector<distribution::v1::Decision> DecisionsAbout(client::Client& reader, int64_t deal_id);

}  // namespace voronka::testing
