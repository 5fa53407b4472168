#pragma once

#include <string>

#include "notifier/news/news.h"
#include "voronka/notifier/v1/recipient.pb.h"

namespace voronka::notifier {

// The notification's text in the reader's language and time zone, as of `now`. `about` is the name of the user whom
// the news is about; empty: about nobody else.
std::string TextOf(const News& news, const v1::Recipient& reader, const std::string& about, int64_t now);

// The same for a device that shows it to whoever passes by, through a push service: numbers and times, nothing of the
// client or the task.
std::string DiscreetTextOf(News news, const v1::Recipient& reader, int64_t now);

// What follows the text if the reader stands in for somebody: ` (вместо: Анна)`. Empty for an empty name.
std::string InPlaceOf(const std::string& name, const v1::Recipient& reader);

}  // namespace voronka::notifier
