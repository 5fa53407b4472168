#pragma once

#include <vector>

#include "notifier/news/news.h"
#include "voronka/crm/v1/event.pb.h"

namespace voronka::notifier {

// What the users have to know of a change of a deal.
std::vector<News> NewsOfDeal(const crm::v1::Event& event);

// The client of an open deal has come again: to its responsible; to nobody (0) where it has none.
std::vector<News> NewsOfInquiry(const crm::v1::Event& event);

}  // namespace voronka::notifier
