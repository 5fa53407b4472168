#pragma once

#include <optional>
#include <string>

#include "foundation/rpc/requests/error.h"
#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"

namespace voronka::crm {

// An archived form takes no inquiries and is left out of lists.
inline bool IsArchived(const v1::Form& form) { return form.has_archive_time(); }

// Checks a form that an admin writes. Violations: an unknown target of a field (UNKNOWN_TARGET), a field without a name
// (REQUIRED) or with the name of another (DUPLICATE_NAME), a site that is no origin (NOT_AN_ORIGIN), required consent
// without its text (CONSENT_TEXT_REQUIRED).
void CheckForm(const v1::Form& form, rpc::Violations& violations);

// Checks the pipeline that the form names. Violations: it does not exist (UNKNOWN_PIPELINE); it is archived
// (PIPELINE_ARCHIVED) or for errands or warming (NOT_FOR_INQUIRIES), and is not the one that the form named before.
// `named_before` is a key.
void CheckPipelineOfForm(const std::optional<v1::Pipeline>& pipeline, const std::string& named_before,
                         rpc::Violations& violations);

}  // namespace voronka::crm
