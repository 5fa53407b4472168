#pragma once

#include <string>
#include <vector>

#include "event_consumer/change.h"
#include "notifier/news/news.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::notifier {

// The name of the client whose deal the event is about, where it says so: nobody has named the deal. Empty: it does
// not.
std::string ClientNameIn(const crm::v1::Event& event);

// What the users have to know of a change of a deal.
std::vector<News> NewsOfDeal(const crm::v1::Event& event, const events::ChangeTo<crm::v1::Deal>& change);

// The client of an open deal has come again: to its responsible; to nobody (0) where it has none. And to those who work
// with other clients whose phone or email the inquiry has.
std::vector<News> NewsOfInquiry(const crm::v1::Event& event, const crm::v1::Inquiry& inquiry);

// Somebody has made a deal about this one: to its responsible user, unless they did it or get the new deal themselves.
// Of other entries, nobody is told.
std::vector<News> NewsOfTimeline(const crm::v1::Event& event, const crm::v1::TimelineEntry& entry);

}  // namespace voronka::notifier
