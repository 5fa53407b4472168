#pragma once

#include <cstdint>
#include <vector>

#include "event_consumer/change.h"
#include "notifier/news/news.h"
#include "voronka/crm/v1/remark.pb.h"

namespace voronka::notifier {

// A remark, to those who own the process; its answer, to whoever made it.
std::vector<News> NewsOfRemark(const crm::v1::Event& event, const events::ChangeTo<crm::v1::Remark>& change,
                               const std::vector<int64_t>& owners);

}  // namespace voronka::notifier
