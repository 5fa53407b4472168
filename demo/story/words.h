#pragma once

#include "demo/story/text.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::demo {

// {0}: the user concerned, {1} and {2}: the stages left and entered, {3}: the deadline. What was said follows the text.
Text WordsFor(crm::v1::TimelineEntry::Kind kind);

}  // namespace voronka::demo
