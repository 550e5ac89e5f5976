// SPDX-License-Identifier: Apache-2.0
/**
 * Vertex AI, {@code aiplatform.googleapis.com}, in v1 and v1beta1: names, documented bindings and metadata of its
 * operations.
 *
 * <pre>{@code
 * var location = Aiplatform.project("acme").location("us-central1");  // dev.longrun.aiplatform.v1beta1
 * OperationName deploying = location.endpoint("456").operation("789");  // us-central1-aiplatform.googleapis.com
 * OperationName syncing = location.featureOnlineStore("fs").operation("790");
 *
 * AiplatformMetadata.of(client.operations().get(deploying))
 *         .flatMap(AiplatformMetadata::genericMetadata)
 *         .flatMap(GenericOperationMetadata::createTime);
 * }</pre>
 *
 * <h2>Names</h2>
 *
 * <p>Operations lie under what they work on, 61 forms in v1beta1, or right under the location. The service writes
 * project numbers where requests had ids. {@code v1beta1} also has names for all other resources, which are the same in
 * v1. What can lie in several places has an interface over its forms: {@code FeatureName} is an
 * {@code EntityTypeFeatureName} or a {@code FeatureGroupFeatureName}. A few forms begin without a project, as in
 * {@code Aiplatform.onlineEvaluator("oe")}; their classes begin with {@code Root}.
 *
 * <h2>Calls</h2>
 *
 * <p>get is documented for every form; list, delete and wait for nearly all. The timeout of a wait goes into the query.
 * Operations are asked for at the host of their region, {@code us-central1-aiplatform.googleapis.com}, or multi-region,
 * {@code aiplatform.eu.rep.googleapis.com}, which the name tells; {@code global} goes to
 * {@code aiplatform.googleapis.com}.
 *
 * <h2>Cancel</h2>
 *
 * <p>It is documented for 54 of the 61 forms in v1beta1 and for 45 of 49 in v1, and {@code isCancelDocumented} of the
 * name says for which: not for feature groups, feature online stores and what lies in them, nor in v1beta1 for
 * evaluation tasks and solvers. Any other can be asked for all the same, unless the client is told to be strict. The
 * operation tells what became of it: error code 1 if the service stopped it, and no metadata notes the request. Custom
 * jobs, pipeline jobs and their like are no operations: they have a cancel of their own, which is not this one.
 *
 * <h2>Quirks</h2>
 *
 * <p>v1 answers with v1beta1 types; the types here are chosen without regard to it. Every type of metadata wraps its
 * times in {@link dev.longrun.aiplatform.GenericOperationMetadata}, with the failures of parts that did not stop the
 * whole. Deletes, and what is done in the first answer, have operations right under the location.
 */
@NullMarked
package dev.longrun.aiplatform;

import org.jspecify.annotations.NullMarked;
