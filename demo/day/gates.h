#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demo/day/day.h"
#include "voronka/crm/v1/deal.pb.h"

// Moves of Anna's deals, and what the rules of the stages say to them. All throw StepFailed.
namespace voronka::demo {

// What a refusal names: `FIELD_REQUIRED deal.amount`.
using Named = std::vector<std::string>;

std::string FieldRequired(std::string_view path);
// Of the account's own fields of a deal.
std::string OwnFieldRequired(std::string_view key);
// Of the checklist of the deal's stage.
std::string Unticked(std::string_view item);

inline constexpr char kTaskRequired[] = "TASK_REQUIRED deal_id";
inline constexpr char kCommentRequired[] = "COMMENT_REQUIRED comment";
inline constexpr char kReasonRequired[] = "LOSS_REASON_REQUIRED loss_reason";
inline constexpr char kAttemptsRequired[] = "ATTEMPTS_REQUIRED stage";
inline constexpr char kApprovalRequired[] = "APPROVAL_REQUIRED stage";
inline constexpr char kApprovalAwaited[] = "APPROVAL_AWAITED stage";

// To a stage of the deal's pipeline, unless another one is named.
crm::v1::MoveDealRequest MoveOf(const crm::v1::Deal& deal, std::string_view stage, std::string_view pipeline = "");

// The move is refused with just these, all at once, and changes nothing.
void SeeRefused(Day& day, const crm::v1::MoveDealRequest& move, Named expected);

// The move passes with all that it brings along.
crm::v1::Deal SeePassed(Day& day, const crm::v1::MoveDealRequest& move);

}  // namespace voronka::demo
