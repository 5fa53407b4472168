#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "notifier/news/news.h"
#include "notifier/recipients/recipients.h"
#include "voronka/crm/v1/resource_change.pb.h"

namespace voronka::notifier {

// Of the news that asks for an approval, and of the news that it is still asked for.
std::string KeyOfAsking(int64_t approval_id);
std::string KeyOfPassingOn(int64_t approval_id);

// Who changed an approval, and when. `user_id` 0: a service.
struct ChangedBy {
  int64_t user_id;
  int64_t at;
};

// What the users have to know of a change of an approval: whoever is asked for it, or whoever asked for it and has the
// deal now.
std::vector<News> NewsOfApproval(Recipients& recipients, const crm::v1::ResourceChange& change, const ChangedBy& by);

// Nobody has answered by the moment `due`: the deputies of whoever is asked, and a director, are asked as well. Where
// nobody else can answer, whoever is asked is asked again.
std::vector<News> NewsOfUnanswered(Recipients& recipients, const crm::v1::ResourceChange& asking, int64_t due);

}  // namespace voronka::notifier
